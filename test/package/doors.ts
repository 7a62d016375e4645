import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { DOORS } from '../../scripts/api/public-api';
import { ROOT } from '../support/project';
import { type Packed, run } from './packed';

/** A compiler that still resolves as TypeScript did before Node had `exports`; version 7 does not. */
const OLD_TYPESCRIPT = createRequire(require.resolve('jsii/package.json')).resolve('typescript');

/** Says which file each door's types are in. */
const RESOLVE = `const ts = require(${JSON.stringify(OLD_TYPESCRIPT)});
const options = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 };
const of = (name) => ts.resolveModuleName(name, process.cwd() + '/app.ts', options, ts.sys).resolvedModule;
console.log(JSON.stringify(process.argv.slice(1).map((name) => of(name)?.resolvedFileName)));`;

/** What package.json promises to those who resolve the package, in whichever way. */
export function doors(packed: () => Packed): void {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const project = () => join(packed().folder, 'consumer');
  const names = Object.keys(DOORS);

  beforeAll(() => {
    packed().installIn(project());
  });

  it('9.3 says where its code and types are, also to those who do not read `exports`', () => {
    const { main, types, typesVersions, exports } = manifest;
    const old = Object.values<readonly string[]>(typesVersions['*']).flat();
    const now = Object.values<string | Record<string, string>>(exports).flatMap((to) => Object.values(to));
    const named = [main, types, ...old, ...now.filter((to) => to.startsWith('./'))];
    expect(named.filter((path) => !packed().files.includes(path.slice(2)))).toEqual([]);
    expect([main, types]).toEqual([exports['.'].default, exports['.'].types]);
    const doorsOf = (map: object) => Object.keys(map).map((key) => posix.join('cdk8s-eks', key));
    expect([...doorsOf(typesVersions['*']), 'cdk8s-eks'].sort()).toEqual([...names].sort());
    expect(
      doorsOf(exports)
        .filter((door) => !door.endsWith('.json'))
        .sort(),
    ).toEqual([...names].sort());
  });

  it('9.3 has types for a CommonJS project of TypeScript 5, such as `cdk8s init` makes', () => {
    const ran = run(process.execPath, ['-e', RESOLVE, ...names], project());
    const installed = join(realpathSync(packed().installed), 'lib');
    expect([ran.stderr, JSON.parse(ran.stdout)]).toEqual([
      '',
      Object.values(DOORS).map((file) => join(installed, `${file}.d.ts`)),
    ]);
  });

  it('9.3 is required by its doors', () => {
    const code = `for (const name of ${JSON.stringify(names)}) if (Object.keys(require(name)).length === 0) throw name;`;
    expect(run(process.execPath, ['-e', code], project())).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('9.3 links from its pages to pages and headings that it holds', () => {
    const pages = packed().files.filter((path) => path.endsWith('.md'));
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/commands.md', 'docs/rules/README.md']));
    const texts = new Map(pages.map((page) => [page, packed().textOf(page)]));
    const dead = [...texts].flatMap(([page, text]) =>
      [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].flatMap(([, target = '']) => {
        const [path = '', heading] = target.split('#');
        const file = path === '' ? page : posix.join(dirname(page), path);
        const isThere =
          packed().files.includes(file) && (heading === undefined || headings(texts.get(file)).includes(heading));
        return isThere ? [] : [`${page}: ${target}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('9.3 says where it comes from, as the settings of the reference platform do', () => {
    const [, url] = /repoURL: (\S+)/.exec(readFileSync(join(ROOT, 'environments', 'eks.yaml'), 'utf8')) ?? [];
    expect([manifest.repository.url, manifest.homepage]).toEqual([
      `git+${url}`,
      `${url?.replace(/\.git$/, '')}#readme`,
    ]);
  });
}

/** The anchors of a page, as a forge makes them. */
function headings(text = ''): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
