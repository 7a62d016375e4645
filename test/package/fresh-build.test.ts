import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale } from '../support/fresh-build';
import { ROOT } from '../support/project';

/** A copy of what is built, since the build of this checkout is in use. */
const checkout = mkdtempSync(join(tmpdir(), 'cdk8s-eks-stale-'));
const [source, lib] = [join(checkout, 'src', 'cli', 'main.ts'), join(checkout, 'lib')];
beforeAll(() => {
  for (const path of ['charts', 'imports', 'src', 'scripts/build.mjs', 'scripts/generated.mjs', 'package.json'])
    cpSync(join(ROOT, path), join(checkout, path), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** What is said before all tests. */
function said(): string {
  let text = '';
  buildWhereStale(checkout, (more) => {
    text += more;
  });
  return text;
}

function age(file: string): void {
  const past = new Date(Date.now() - 3_600_000);
  utimesSync(file, past, past);
}

it('tests say that lib/ is stale, and build it; they say nothing where it is not', () => {
  expect(said()).toMatch(
    /^lib\/ is older than its sources \(\d+ changed, such as .*It is built now, as `npm run build` does\.\n$/s,
  );
  expect(said()).toBe('');
  appendFileSync(source, "export const ADDED = 'added to the source';\n");
  age(join(lib, '.built'));
  expect(said()).toMatch(/^lib\/ is older than its sources/);
  expect(readFileSync(join(lib, 'src', 'cli', 'main.js'), 'utf8')).toContain('added to the source');
});

it('no test runs where the sources cannot be built', () => {
  appendFileSync(source, 'export const = 1;\n');
  age(join(lib, '.built'));
  expect(said).toThrow(
    /^lib\/ could not be built, so nothing was tested:\n.*ERROR.*Expected identifier.*src\/cli\/main\.ts/s,
  );
  expect(existsSync(join(lib, '.built'))).toBe(false);
});
