import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findAppModules } from '../../../src/load/app-modules';
import { bundleApps } from '../../../src/load/bundle-apps';
import { messageOf } from '../../support/thrown';

const APP = "export default defineApp({ name: 'x' });";
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-apps-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text = APP): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it.each([
  ['apps/foo/index.ts', 'apps/foo/app.ts'],
  ['apps/foo/app.js', 'apps/foo/app.ts'],
  ['apps/x.js', 'apps/x.ts'],
  ['apps/x.mts', 'apps/x.ts'],
  ['apps/x.cts', 'apps/x.ts'],
  ['apps/x.tsx', 'apps/x.ts'],
])('1.4 an app in %s is named, with the fix: %s', (path, place) => {
  write('apps/shop.ts');
  write(path);
  expect(messageOf(() => findAppModules(root))).toBe(
    `${path} declares an app, and nobody looks for apps there: nothing of it would be rendered.\nfix: rename it to ${place}.`,
  );
});

it.each([
  ['apps/group/odd/app.ts', 'apps/odd/app.ts'],
  ['apps/odd/src/app.ts', 'apps/odd/app.ts'],
  ['apps/odd/src/odd.ts', 'apps/odd.ts'],
  ['apps/odd.TS', 'apps/odd.ts'],
  ['apps/odd.test.ts', 'apps/odd.ts'],
  ['apps/shop/odd.ts', 'apps/odd.ts'],
  ['apps/shop/odd/app.ts', 'apps/odd/app.ts'],
])('1.4 an app further down, or beside another: %s, with the fix: %s', (path, place) => {
  write('apps/shop.ts');
  write(path);
  expect(messageOf(() => findAppModules(root))).toBe(
    `${path} declares an app, and nobody looks for apps there: nothing of it would be rendered.\nfix: rename it to ${place}.`,
  );
});

it.each([
  "import { defineApp as app } from 'cdk8s-eks';\nexport default app({});",
  "const { defineApp: app } = require('cdk8s-eks');\nmodule.exports = { default: app({}) };",
  "const eks = require('cdk8s-eks');\nexports.default = eks.defineApp({});",
  'export default defineApp<any>({});',
  'export default (defineApp({}));',
  'const shop: App = defineApp({});\nexport default shop;',
  'const shop = defineApp({});\nexport { shop as default };',
  'const app = defineApp;\nexport default app({});',
])('1.4 an app is known however its module writes it: %s', (text) => {
  write('apps/odd.mts', text);
  expect(messageOf(() => findAppModules(root))).toContain('apps/odd.mts declares an app');
});

it('1.4 leaves helpers, tests and what is an app’s own alone', () => {
  write(
    'apps/shop.ts',
    "import { web } from './shop/web';\nimport more from './shop/more';\nexport default defineApp({});",
  );
  write('apps/shop/parts.ts', 'export const parts = {};');
  write('apps/shop/more.ts');
  write('apps/games/app.ts', "export { default } from './main';");
  write('apps/games/main.ts');
  write('apps/games.test.ts', "import { defineApp } from 'cdk8s-eks';\nit('is', () => expect(defineApp({})).toBe(1));");
  write('apps/helpers/labels.ts', 'export const labels = {};');
  write('apps/helpers/team-app.ts', 'export default function teamApp(name) {\n  return defineApp({ name });\n}');
  write('apps/helpers/of-team.ts', 'export default (name: string) => defineApp({ name });');
  write('apps/helpers/other.ts', 'export const example = defineApp({});\nexport default example.name;');
  write(
    'apps/helpers/doc.ts',
    '/**\n * @example\n * export default defineApp({});\n */\nexport const a = 1;\n// export default defineApp({});',
  );
  write('apps/build.js', 'module.exports = {};');
  write('apps/node_modules/x/index.js');
  write('apps/notes.md', APP);
  expect(findAppModules(root).map(({ name }) => name)).toEqual(['games', 'shop']);
});

it('1.4 a link to a folder of an app is followed, and one to nothing is told', () => {
  write('lib/odd/app.ts');
  write('apps/shop.ts');
  symlinkSync('../lib/odd', join(root, 'apps', 'odd'));
  symlinkSync('..', join(root, 'lib', 'odd', 'back'));
  expect(findAppModules(root).map(({ name }) => name)).toEqual(['odd', 'shop']);
  mkdirSync(join(root, 'apps', 'gone'));
  symlinkSync('../nowhere.ts', join(root, 'apps', 'gone', 'app.ts'));
  expect(messageOf(() => findAppModules(root))).toBe(
    'apps/gone/app.ts is a link to what is not there.\nfix: put the file itself in its place, or remove the link.',
  );
});

it.each(['apps/odd.ts', 'apps/odd/app.ts'])('1.4 a folder in the place of a module is told: %s', (path) => {
  write('apps/shop.ts');
  mkdirSync(join(root, path), { recursive: true });
  expect(messageOf(() => findAppModules(root))).toBe(
    `${path} is a folder, and an app’s module is a file.\nfix: give the folder another name.`,
  );
});

it.each(['apps/odd.ts', 'apps/odd/app.ts'])(
  '1.4 a pipe in the place of a module is refused, and nobody waits: %s',
  async (path) => {
    write('apps/shop.ts');
    mkdirSync(dirname(join(root, path)), { recursive: true });
    expect(spawnSync('mkfifo', [join(root, path)]).status).toBe(0);
    await expect(bundleApps(root, findAppModules(root))).rejects.toThrow(
      `${path}:1:1: this is not a file.\nfix: put a file of this name in its place.`,
    );
  },
);
