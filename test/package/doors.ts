import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { DOORS } from '../../scripts/api/public-api';
import { typedKinds } from '../../scripts/pages/custom-kinds';
import { ROOT } from '../support/project';
import { type Packed, run } from './packed';

/** A compiler that still resolves as TypeScript did before Node had `exports`; version 7 does not. */
const OLD_TYPESCRIPT = createRequire(require.resolve('jsii/package.json')).resolve('typescript');

/** Says which file each door's types are in, for those who resolve it in each of the ways of TypeScript. */
const RESOLVE = `const ts = require(${JSON.stringify(OLD_TYPESCRIPT)});
const of = (name, way) => {
  const options = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind[way] };
  return ts.resolveModuleName(name, process.cwd() + '/app.ts', options, ts.sys).resolvedModule?.resolvedFileName;
};
const names = process.argv.slice(1);
console.log(JSON.stringify(['Node10', 'Node16', 'Bundler'].map((way) => names.map((name) => of(name, way)))));`;

/** What `cdk8s-eks/imports/` opens: the files of imports/. */
const GROUPS = [...new Set(typedKinds(ROOT).map(({ module }) => module))];

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
    const files = named.flatMap((path) => GROUPS.map((group) => path.slice(2).replace('*', group)));
    expect(files.filter((path) => !packed().files.includes(path))).toEqual([]);
    expect([main, types]).toEqual([exports['.'].default, exports['.'].types]);
    const doorsOf = (map: object) => Object.keys(map).map((key) => posix.join('cdk8s-eks', key));
    const all = [...names, 'cdk8s-eks/imports/*'].sort();
    expect([...doorsOf(typesVersions['*']), 'cdk8s-eks'].sort()).toEqual(all);
    expect(
      doorsOf(exports)
        .filter((door) => !door.endsWith('.json'))
        .sort(),
    ).toEqual(all);
  });

  it('9.3 has types for a CommonJS project of TypeScript 5, such as `cdk8s init` makes, and for newer ones', () => {
    const groups = GROUPS.map((group) => `imports/${group}`);
    const doors = groups.map((group) => `cdk8s-eks/${group}`);
    const ran = run(process.execPath, ['-e', RESOLVE, ...names, ...doors], project());
    const installed = join(realpathSync(packed().installed), 'lib');
    const files = [...Object.values(DOORS), ...groups].map((file) => join(installed, `${file}.d.ts`));
    expect([ran.stderr, JSON.parse(ran.stdout)]).toEqual(['', [files, files, files]]);
  });

  it('9.3 is required by its doors', () => {
    const code = `for (const name of ${JSON.stringify(names)}) if (Object.keys(require(name)).length === 0) throw name;`;
    expect(run(process.execPath, ['-e', code], project())).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('11.8 has a class for each typed kind, made when it is first used', () => {
    const code = `const { App, Chart } = require('cdk8s');
const chart = new Chart(new App(), 'chart');
const made = JSON.parse(process.argv[1]).map(({ module, name }) => {
  const its = require('cdk8s-eks/imports/' + module);
  const object = new its[name](chart, module + name, { metadata: { name: 'one' } }).toJson();
  return [module, its[name].name, object.apiVersion, object.kind, its[name].GVK.kind].join(' ');
});
console.log(JSON.stringify(made));`;
    // Lists and Status are answers of the server: an object with a name is neither.
    const kinds = typedKinds(ROOT).filter(({ kind }) => !/List$|^Status$/.test(kind));
    expect(kinds.length).toBeGreaterThan(150);
    const ran = run(process.execPath, ['-e', code, JSON.stringify(kinds)], project());
    const expected = kinds.map(({ module, name, apiVersion, kind }) =>
      [module, name, apiVersion, kind, kind].join(' '),
    );
    expect([ran.stderr, JSON.parse(ran.stdout)]).toEqual(['', expected]);
  });

  it('11.8 has one copy of each generated class, also for an ES module', () => {
    const code = `import * as eks from 'cdk8s-eks';
import { ExternalSecret } from 'cdk8s-eks/imports/external-secrets.io';
import { IntOrString, KubePod, toJson_Probe } from 'cdk8s-eks/imports/k8s';
import { ScaledObjectSpecFallbackBehavior as Behavior } from 'cdk8s-eks/imports/keda.sh';
const same = [eks.k8s.KubePod === KubePod, eks.externalSecrets.ExternalSecret === ExternalSecret];
const probe = toJson_Probe({ tcpSocket: { port: IntOrString.fromString('http') } });
console.log(JSON.stringify([same, probe, Behavior.STATIC, Object.keys(eks.elbv2).includes('TargetGroupBinding')]));`;
    writeFileSync(join(project(), 'esm.mjs'), code);
    const ran = run(process.execPath, ['esm.mjs'], project());
    expect([ran.stderr, ran.stdout]).toEqual(['', '[[true,true],{"tcpSocket":{"port":"http"}},"static",true]\n']);
  });

  it('11.8 loads no generated class before one is used', () => {
    const code = `const loaded = () => Object.keys(require.cache).map((file) => /lib.imports.(.*)\\.js$/.exec(file)?.[1]).filter((group) => group && group !== 'fields');
const eks = require('cdk8s-eks');
const before = loaded();
eks.k8s.KubePod;
eks.externalSecrets.ExternalSecret;
console.log(JSON.stringify([before, loaded()]));`;
    const ran = run(process.execPath, ['-e', code], project());
    expect([ran.stderr, ran.stdout]).toEqual(['', '[[],["k8s","external-secrets.io"]]\n']);
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
