import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

/** Each mistake, and all that is said about it. The output stays as it was, byte for byte. */
const BROKEN: readonly {
  readonly name: string;
  readonly apps: Readonly<Record<string, string>>;
  readonly code: number;
  readonly stderr: string;
}[] = [
  {
    name: 'code that throws, at the line that threw',
    apps: {
      'broken.ts': `import { defineApp } from 'cdk8s-eks';\nexport default defineApp({\n  name: 'broken',\n  owner: 'games',\n  charts() {\n    throw new Error('no table');\n  },\n});\n`,
    },
    code: 2,
    stderr: `error APP_RENDER: apps/broken.ts:6:11 › dev › broken: no table\n${['local', 'prod', 'staging']
      .map((e) => `  also at apps/broken.ts:6:11 › ${e} › broken\n`)
      .join('')}`,
  },
  {
    name: 'a syntax error',
    apps: { 'broken.ts': 'export default {\n' },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:2:1: Expected identifier but found end of file\n2 | \n  | ^\nfix: correct the line.\n',
  },
  {
    name: 'a module without an app',
    apps: { 'broken.ts': 'export default { name: "broken" };\n' },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:1: the module does not export an app by default.\nfix: write `export default defineApp({ name, owner, charts(scope, environment) { … } })`.\n',
  },
  {
    name: 'an import that does not exist',
    apps: { 'broken.ts': "import { x } from './missing';\nexport default x;\n" },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:19: "./missing" is imported, and there is no such file.\n1 | import { x } from \'./missing\';\n  |                   ^^^^^^^^^^^\nfix: correct the path, or add the file.\n',
  },
  {
    name: '8.5 a package that is not installed',
    apps: { 'broken.ts': "import get from '@lo/dash/get';\nexport default get;\n" },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:17: the module imports "@lo/dash/get", and no package of that name is installed here.\nfix: run `npm install @lo/dash`, or `npm install` where package.json names it already.\n',
  },
  {
    name: '8.5 await at the top level',
    apps: { 'broken.ts': 'export const x = await Promise.resolve(1);\n' },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:18: the module awaits something outside of any function, and an app’s code runs at once.\n1 | export const x = await Promise.resolve(1);\n  |                  ^^^^^\nfix: leave `await` out: import a file as text, or put what has to be waited for into environment.yaml or release.yaml.\n',
  },
  {
    name: '8.5 a file of a form that is not read',
    apps: {
      'broken.ts': "import image from './broken/image.png';\nexport default image;\n",
      'broken/image.png': '',
    },
    code: 2,
    stderr:
      "error APP_MODULE: apps/broken.ts:1:19: apps/broken/image.png is imported, and files of the form .png are not read.\n1 | import image from './broken/image.png';\n  |                   ^^^^^^^^^^^^^^^^^^^^\nfix: import TypeScript, or text in a file that ends in .sh, .sql, .conf, .txt, .json, .yaml, .yml, .lua, .toml, .ini, .md, .xml, .properties.\n",
  },
  {
    name: '8.5 a name that nobody exports',
    apps: {
      'broken.ts': "import { b } from './broken/a';\nexport default b;\n",
      'broken/a.ts': 'export const a = 1;\n',
    },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:10: "apps/broken/a.ts" does not export b.\n1 | import { b } from \'./broken/a\';\n  |          ^\nfix: correct the name, or export it there.\n',
  },
  {
    name: '8.5 two constructs of one id',
    apps: {
      'broken.ts': `import { AppNamespace, defineApp } from 'cdk8s-eks';\nexport default defineApp({\n  name: 'broken',\n  owner: 'games',\n  skip: { local: 'x', dev: 'x', staging: 'x' },\n  charts(scope) {\n    new AppNamespace(scope, 'a', { name: 'game-2048' });\n    new AppNamespace(scope, 'a', { name: 'game-2048' });\n  },\n});\n`,
    },
    code: 2,
    stderr:
      'error APP_RENDER: apps/broken.ts:8:5 › prod › broken: a construct with the id "a" is already in broken, and ids are unique there.\nfix: give one of the two another id: it is the second argument, behind the scope.\n',
  },
  {
    name: 'import.meta, which is empty in what is bundled',
    apps: {
      'broken.ts': "import { where } from './broken/where';\nexport default where;\n",
      'broken/where.ts': 'export const where =\n  import.meta.url + import.meta.dirname;\n',
    },
    code: 2,
    stderr: [3, 21]
      .map(
        (column) =>
          `error APP_MODULE: apps/broken/where.ts:2:${column}: import.meta is empty here: what an app renders must not depend on where its files lie.\n2 |   import.meta.url + import.meta.dirname;\n  | ${' '.repeat(column - 1)}^^^^^^^^^^^\nfix: import a file as text (\`import script from './script.sh'\`), or take the value from environment.yaml.\n`,
      )
      .join('\n'),
  },
  {
    name: 'an app of another name, and an owner nobody declared',
    apps: {
      'broken.ts': `import { defineApp } from 'cdk8s-eks';\nexport default defineApp({ name: 'brokn', owner: 'games', charts() {} });\n`,
    },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:1: the app is called "brokn", but its module says "broken".\nfix: set name: \'broken\', or rename the module: the two are always the same.\n',
  },
  {
    name: 'an owner that is not declared',
    apps: {
      'broken.ts': `import { defineApp } from 'cdk8s-eks';\nexport default defineApp({ name: 'broken', owner: 'gamse', skip: { prdo: '' }, charts() {} });\n`,
    },
    code: 2,
    stderr:
      'error APP_MODULE: apps/broken.ts:1:1: owner "gamse" is not declared. Did you mean "games"?\nfix: declare it under `owners` in environments/defaults.yaml, or use one of: platform, retail, games, podinfo, storefront.\n\nerror APP_MODULE: apps/broken.ts:1:1: skip names the environment "prdo", which does not exist. Did you mean "prod"?\nfix: use one of: dev, local, prod, staging.\n',
  },
  {
    name: 'bad properties, all of them at once',
    apps: {
      'broken.ts': `import { defineApp, WebService } from 'cdk8s-eks';\nexport default defineApp({\n  name: 'broken',\n  owner: 'games',\n  namespace: 'game-2048',\n  skip: { local: 'x', dev: 'x', staging: 'x' },\n  charts(scope) {\n    new WebService(scope, 'web', { image: 'a/b:1', port: 70000, resources: 'smal', user: { uid: 0 } });\n  },\n});\n`,
    },
    code: 2,
    stderr:
      'error APP_RENDER: apps/broken.ts:8:5 › prod › broken › broken/web: user.uid is 0: profile restricted refuses root, and no Pod would start.\nfix: give the image’s own user id, or use profile { level: "baseline", reason }.\n\nerror APP_RENDER: apps/broken.ts:8:5 › prod › broken › broken/web: port http is 70000.\nfix: use a whole number from 1 to 65535.\n\nerror APP_RENDER: apps/broken.ts:8:5 › prod › broken › broken/web: environment prod has no size "smal". Did you mean "small"?\nfix: use one of: small, medium, large, or give { cpu, memory }.\n',
  },
];

describe('a broken app', () => {
  let project: TestProject;
  let before: Readonly<Record<string, string>>;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth').code).toBe(0);
    before = project.files();
  });
  afterAll(() => project.remove());

  it.each(BROKEN.map((one) => [one.name, one] as const))('%s', (_name, { apps, code, stderr }) => {
    for (const [path, text] of Object.entries(apps)) project.write(`apps/${path}`, text);
    const ran = project.run('synth');
    for (const path of Object.keys(apps)) project.delete(`apps/${path}`);
    expect(ran).toEqual({ code, stdout: '', stderr });
    expect(project.files()).toEqual(before);
  });

  it('7.6 two objects of one identity: a finding that names both places, and nothing is written', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      expect(project.run('synth').code).toBe(0);
      const before = project.files();
      project.write(
        'apps/broken.ts',
        `import { ConfigFiles, defineApp } from 'cdk8s-eks';\nexport default defineApp({\n  name: 'broken',\n  owner: 'games',\n  namespace: 'game-2048',\n  skip: { local: 'x', dev: 'x', staging: 'x' },\n  charts(scope) {\n    new ConfigFiles(scope, 'a', { name: 'same', hash: false, data: {} });\n    new ConfigFiles(scope, 'b', { name: 'same', hash: false, data: {} });\n  },\n});\n`,
      );
      const ran = project.run('synth', '--env', 'prod');
      const said = ran.stdout.split(/\n\n|\n(?=\d+ objects)/).filter((text) => text.startsWith('error '));
      expect([ran.code, said]).toEqual([
        1,
        [
          'error k8s/unique-object: ConfigMap game-2048/same: this object is here twice: the other one comes from broken/a/ConfigMap at apps/broken.ts:8:5. The one that is applied last overwrites the other without a word.\n  at prod › broken › ConfigMap game-2048/same — from broken/b/ConfigMap\n  in apps/broken.ts:9:5\n  fix: rename one of them, or leave one out.\n  see: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
        ],
      ]);
      expect(project.files()).toEqual(before);
    } finally {
      project.remove();
    }
  });

  it('is told alone, also when Git answers later and the project is gone', async () => {
    const other = new TestProject({ 'broken.ts': 'export default {' });
    other.write('bin/git', '#!/bin/sh\nsleep 0.3; exit 1\n');
    chmodSync(join(other.root, 'bin', 'git'), 0o755);
    const PATH = `${join(other.root, 'bin')}:${process.env['PATH']}`;
    expect(other.runWith({ PATH }, 'synth', '--no-typecheck').code).toBe(2);
    other.remove();
    await sleep(600);
    expect(project.run('--version').code).toBe(0);
  });

  it('8.5 a type error, told by the project’s own compiler', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS }).withTypeScript();
    try {
      expect(project.run('synth')).toMatchObject({ code: 0, stderr: '' });
      const before = project.files();
      project.edit('apps/shop.ts', 'port: 9898', "port: '9898'");
      expect(project.run('synth')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          "error TYPES: apps/shop.ts:10:7: TS2322: Type 'string' is not assignable to type 'number | Mistake<\"port and ports exclude each other: put the port into ports\"> | undefined'.\nfix: correct the line; `npx tsc --noEmit` checks it again.\n",
      });
      expect(project.files()).toEqual(before);
      expect(project.run('synth', '--no-typecheck').code).not.toBe(3);
    } finally {
      project.remove();
    }
  });
});
