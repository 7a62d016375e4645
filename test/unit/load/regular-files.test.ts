import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findAppModules } from '../../../src/load/app-modules';
import { bundleApps } from '../../../src/load/bundle-apps';
import { readCommitted } from '../../../src/load/committed';
import { readHeadObjects } from '../../../src/load/head-objects';
import { loadManifests } from '../../../src/load/manifests';
import { unfoundApps } from '../../../src/load/unfound-apps';
import { headerLine } from '../../../src/model/file-spec';
import { bytesOfText, compareFiles } from '../../../src/write/compare-files';
import { writeFile } from '../../../src/write/write-file';
import { messageOf, rejectionOf } from '../../support/thrown';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-eks-regular-')));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const pipe = (path: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  expect(spawnSync('mkfifo', [join(root, path)]).status).toBe(0);
};
/** Of zeros that take no room. */
const large = (path: string, bytes: number, text = '') => {
  write(path, text);
  truncateSync(join(root, path), bytes);
};
const NOT_A_FILE = 'this is not a file.\nfix: put a file of this name in its place.';
const CONFIG_MAP = `${headerLine('apps/shop.ts')}apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n`;

describe('what is read as a whole', () => {
  it('6.5 a pipe that is to be judged as YAML is refused at once', () => {
    pipe('m.yaml');
    expect(messageOf(() => loadManifests(join(root, 'm.yaml'), { root, environment: 'dev' }))).toBe(
      `m.yaml:1:1: ${NOT_A_FILE}`,
    );
  });

  it.each(['apps/shop.ts', 'apps/shop/run.sh', 'apps/shop/other.ts', 'tsconfig.json', 'apps/package.json'])(
    '6.5 a pipe in the place of %s is refused before the bundler waits for it',
    async (path) => {
      if (path !== 'apps/shop.ts')
        write(
          'apps/shop.ts',
          "import a from './shop/run.sh';\nimport b from './shop/other';\nexport default [a, b];\n",
        );
      for (const other of ['apps/shop/run.sh', 'apps/shop/other.ts']) if (other !== path) write(other);
      pipe(path);
      expect(await rejectionOf(bundleApps(root, findAppModules(root)))).toBe(`${path}:1:1: ${NOT_A_FILE}`);
    },
  );

  it('6.5 a module or a text of 300 MB is refused unread', async () => {
    write('apps/shop.ts', "import a from './shop/run.sh';\nexport default a;\n");
    large('apps/shop/run.sh', 300_000_000);
    expect(await rejectionOf(bundleApps(root, findAppModules(root)))).toBe(
      'apps/shop/run.sh:1:1: the file has 300000000 bytes; it may have 16777216.\nfix: make it smaller.',
    );
    large('apps/data.js', 300_000_000, 'defineApp(');
    expect(unfoundApps(join(root, 'apps'), new Set(['shop.ts']))).toEqual([]);
  });

  it('6.5 a link to an app is followed, and one to nothing is told', async () => {
    write('lib/shop.ts', 'export default 1;\n');
    mkdirSync(join(root, 'apps'));
    symlinkSync('../lib/shop.ts', join(root, 'apps', 'shop.ts'));
    const { bundles } = await bundleApps(root, findAppModules(root));
    expect(bundles.map(({ module, inputs }) => [module.name, inputs])).toEqual([['shop', ['lib/shop.ts']]]);
    symlinkSync('../lib/gone.ts', join(root, 'apps', 'gone.ts'));
    expect(messageOf(() => findAppModules(root))).toBe(
      'apps/gone.ts is a link to what is not there.\nfix: put the file itself in its place, or remove the link.',
    );
  });

  it('6.5 committed output of 3 GB is somebody else’s, and not read', () => {
    write('dev/shop/shop/configmap_a.yaml', CONFIG_MAP);
    large('dev/shop/shop/configmap_b.yaml', 3_000_000_000, CONFIG_MAP);
    expect(readCommitted(root, 'dev').objects.map(({ name }) => name)).toEqual(['a']);
    const { objectAt } = readHeadObjects({ cwd: root, files: new Map() }, root, []);
    const paths = ['dev/shop/shop/configmap_a.yaml', 'dev/shop/shop/configmap_b.yaml', 'dev/shop/shop/pipe.yaml'];
    pipe('dev/shop/shop/pipe.yaml');
    expect(paths.map((path) => objectAt(path) !== undefined)).toEqual([true, false, false]);
  });

  it('6.5 output of more than any file of ours has is left as it is', () => {
    large('dev/shop/shop/configmap_a.yaml', 3_000_000_000, CONFIG_MAP);
    const files = [{ path: 'dev/shop/shop/configmap_a.yaml', content: CONFIG_MAP }];
    const compared = compareFiles(root, files, ['dev/shop/'], bytesOfText);
    expect([compared.changed, compared.foreign]).toEqual([files, ['dev/shop/shop/configmap_a.yaml']]);
  });

  it('6.5 a pipe in the place of a file that is written is replaced, and not read', () => {
    pipe('facts.json');
    expect(writeFile(join(root, 'facts.json'), '{}\n')).toBe(true);
    expect(writeFile(join(root, 'facts.json'), '{}\n')).toBe(false);
  });
});
