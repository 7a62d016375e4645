import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findAppModules } from '../../../src/load/app-modules';
import { bundleApps } from '../../../src/load/bundle-apps';
import { KeptBundles } from '../../../src/load/kept-bundles';

const FILES = {
  'apps/shop/app.ts': `import { size } from './size';\nimport run from './run.sh';\nimport { all } from '../../shared/all';\nexport default { size, run, all };\n`,
  'apps/shop/size.ts': 'export const size = 1;\n',
  'apps/shop/run.sh': 'echo 1\n',
  'shared/all/index.ts': 'export const all = 1;\n',
  'tsconfig.json': '{ "extends": "./base.json" }\n',
  'base.json': '{ "compilerOptions": {} }\n',
};

let base: string;
let root: string;
let cache: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-eks-bundles-')));
  root = join(base, 'project');
  cache = join(base, 'cache');
  for (const [path, text] of Object.entries(FILES)) write(path, text);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Longer ago than the clock of a file system is coarse. */
const settle = () => sleep(40);
const bundle = (...given: string[]) => bundleApps(root, findAppModules(root), ...given);
const kept = () => new KeptBundles(root, findAppModules(root), cache).read();
const keptFile = () => join(cache, 'bundles', readdirSync(join(cache, 'bundles'))[0] ?? '');

async function bundleAndKeep(): Promise<void> {
  await settle();
  await bundle(cache);
}

it('a bundle is taken as the bundler made it', async () => {
  await bundleAndKeep();
  expect(kept()).toEqual(await bundle());
  expect(await bundle(cache)).toEqual(await bundle());
});

it('what was written a moment ago is not kept', async () => {
  await settle();
  write('apps/shop/size.ts', 'export const size = 2;\n');
  await bundle(cache);
  expect(kept()).toBeUndefined();
});

describe('a bundle is made again after', () => {
  beforeEach(bundleAndKeep);

  const CHANGES: Readonly<Record<string, () => void>> = {
    'an edit that keeps length and date': () => {
      const { atime, mtime } = statSync(join(root, 'apps/shop/size.ts'));
      write('apps/shop/size.ts', 'export const size = 2;\n');
      utimesSync(join(root, 'apps/shop/size.ts'), atime, mtime);
    },
    'an edit of a text': () => write('apps/shop/run.sh', 'echo 2\n'),
    'a file that is found before another': () => write('apps/shop/size.tsx', 'export const size = 2;\n'),
    'a file that is found before a folder': () => write('shared/all.ts', 'export const all = 2;\n'),
    'a package.json that leads elsewhere': () => write('shared/all/package.json', '{ "main": "./other.ts" }\n'),
    'a tsconfig.json in a folder': () => write('apps/tsconfig.json', '{ "compilerOptions": { "jsx": "react" } }\n'),
    'an edit of what tsconfig.json extends': () => write('base.json', '{ "compilerOptions": { "target": "es5" } }\n'),
    'a package.json above the project': () => writeFileSync(join(base, 'package.json'), '{ "type": "module" }\n'),
    'another folder in the place of one': () => {
      renameSync(join(root, 'shared'), join(root, 'old'));
      write('shared/all/index.ts', 'export const all = 1;\n');
    },
    'a file that went': () => rmSync(join(root, 'apps/shop/run.sh')),
    'damage to what was kept': () => {
      writeFileSync(keptFile(), readFileSync(keptFile(), 'utf8').replace('size = 1', 'size = 2'));
    },
    'others could write what was kept': () => chmodSync(keptFile(), 0o666),
    'another app is named': () => write('apps/more.ts', 'export default 1;\n'),
  };
  it.each(Object.keys(CHANGES))('%s', (name) => {
    expect(kept()).toBeDefined();
    CHANGES[name]?.();
    expect(kept()).toBeUndefined();
  });
});

describe('nothing is kept of a project with', () => {
  const PROJECTS: Readonly<Record<string, () => void>> = {
    'a link in a folder of modules': () => symlinkSync('size.ts', join(root, 'apps/shop/link.ts')),
    'a module elsewhere': () => {
      writeFileSync(join(base, 'out.ts'), 'export const size = 1;\n');
      write('apps/shop/size.ts', `export { size } from '../../../out';\n`);
    },
    'a module that has a map': () =>
      write('apps/shop/size.ts', 'export const size = 1;\n//# sourceMappingURL=size.map\n'),
    'a module that a configuration finds': () => {
      write('tsconfig.json', '{ "compilerOptions": { "paths": { "@size": ["./apps/shop/size.ts"] } } }\n');
      write('apps/shop/app.ts', `export { size as default } from '@size';\n`);
    },
    'modules that are found by a pattern': () => {
      write('apps/shop/app.ts', "export default (name: string) => require('./parts/' + name + '.ts');\n");
      write('apps/shop/parts/a.ts', 'export const a = 1;\n');
    },
    'a configuration of a package': () => {
      write('node_modules/strict/tsconfig.json', '{}');
      write('tsconfig.json', '{ "extends": "strict/tsconfig.json" }\n');
    },
  };
  it.each(Object.keys(PROJECTS))('%s', async (name) => {
    await bundleAndKeep();
    expect(kept()).toBeDefined();
    PROJECTS[name]?.();
    await bundleAndKeep();
    expect(kept()).toBeUndefined();
  });
});
