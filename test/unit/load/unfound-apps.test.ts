import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findAppModules } from '../../../src/load/app-modules';
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

it('1.4 leaves helpers, tests and what is an app’s own alone', () => {
  write('apps/shop.ts');
  write('apps/shop/parts.ts');
  write('apps/games/app.ts');
  write('apps/games/index.ts');
  write('apps/games.test.ts');
  write('apps/helpers/labels.ts', 'export const labels = {};');
  write('apps/build.js', 'module.exports = {};');
  write('apps/notes.md', APP);
  expect(findAppModules(root).map(({ name }) => name)).toEqual(['games', 'shop']);
});
