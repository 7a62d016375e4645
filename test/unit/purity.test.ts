import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/project';

/** Folders whose results depend on their arguments alone. */
const PURE = [
  'apps',
  'charts',
  ...['grammar', 'knowledge', 'model', 'render', 'gitops', 'checks', 'report'].map(inSrc),
];

function inSrc(room: string): string {
  return `src/${room}`;
}

/** What would make two runs, or two machines, differ, and the rule that says so. */
const IMPURE: readonly (readonly [what: string, code: string, rule: string])[] = [
  ['environment variables', 'export const found = process.env.HOME;', 'lint/style/noRestrictedGlobals'],
  ['what is global', 'export const found = globalThis.process;', 'lint/style/noRestrictedGlobals'],
  ['the date', 'export const found = new Date();', 'lint/style/noRestrictedGlobals'],
  ['the clock', 'export const found = performance.now();', 'lint/style/noRestrictedGlobals'],
  ['the network', "export const found = fetch('https://example.com');", 'lint/style/noRestrictedGlobals'],
  ['the locale', 'export const found = new Intl.Collator();', 'lint/style/noRestrictedGlobals'],
  ['the next turn', 'export const found = setTimeout(() => undefined, 1);', 'lint/style/noRestrictedGlobals'],
  ['require', "export const found = require('node:fs');", 'lint/style/noRestrictedGlobals'],
  ['chance', 'export const found = Math.random();', 'plugin'],
  ['an order by locale', "export const found = ['b'].sort((a, b) => a.localeCompare(b));", 'plugin'],
  ['a number by locale', 'export const found = (1).toLocaleString();', 'plugin'],
];
const FLOATING = 'async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n';

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

/** `path: rule` for all that this project's linter says of some files. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  const house = mkdtempSync(join(tmpdir(), 'cdk8s-eks-lint-'));
  try {
    for (const path of ['biome.json', 'lint']) cpSync(join(ROOT, path), join(house, path), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(house, dirname(path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
    const ran = spawnSync(join(ROOT, 'node_modules', '.bin', 'biome'), args, { cwd: house, encoding: 'utf8' });
    const { diagnostics }: Report = JSON.parse(ran.stdout);
    return diagnostics.map(({ category, location }) => `${location.path}: ${category}`).sort();
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const planted = (folder: string) =>
  IMPURE.map(([, code, rule], index) => ({ path: `${folder}/planted-${index}.ts`, code: `${code}\n`, rule }));

describe('the linter', () => {
  const plants = [...PURE, 'src/live'].flatMap(planted);
  const told = lint({
    ...Object.fromEntries(plants.map(({ path, code }) => [path, code])),
    'src/run/floating.ts': FLOATING,
    'src/run/waited-for.ts': FLOATING.replace('  work()', '  void work()'),
  });

  it.each(PURE)('lets nothing into %s that differs between two runs', (folder) => {
    const wanted = planted(folder).map(({ path, rule }) => `${path}: ${rule}`);
    expect(told.filter((line) => line.startsWith(`${folder}/`))).toEqual(wanted.sort());
  });

  it('lets other rooms look at the world', () => {
    expect(told.filter((line) => line.startsWith('src/live/'))).toEqual([]);
  });

  it('refuses a promise that nobody waits for', () => {
    expect(told.filter((line) => line.startsWith('src/run/'))).toEqual([
      'src/run/floating.ts: lint/nursery/noFloatingPromises',
    ]);
  });
});
