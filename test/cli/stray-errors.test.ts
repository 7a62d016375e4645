import { readdirSync } from 'node:fs';
import { forgetTaken, HELD_APP, heldUntil } from '../support/held-app';
import { INGRESS_CLASS, type Ran, SHOP, TestProject } from '../support/project';

const LINE = "    const web = new WebService(scope, 'web', {";
const CLEAN = ['apps', 'dist', 'environments', 'node_modules'];

let project: TestProject;
let before: Readonly<Record<string, string>>;
beforeAll(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  expect(project.run('synth').code).toBe(0);
  before = project.files();
});
afterAll(() => project.remove());

/** The shop with a statement of its own in line 8, and another port. */
function edit(statement: string): void {
  project.write('apps/shop.ts', SHOP.replace(LINE, `    ${statement}\n${LINE}`).replace('9898', '9899'));
}

/** With two threads besides the main one, of which one at least takes an environment. */
function runInThread(statement: string): Ran {
  edit(IN_THREAD + statement);
  return project.runApartWith(heldUntil(1), 'synth', '--jobs', '3');
}

const failed = (column: number, text: string): string =>
  `error APP_RENDER: ${column === 0 ? '' : `apps/shop.ts:8:${column}: `}an app left something running that nobody waits for, and it failed: ${text}\nfix: charts() is synchronous: leave timers, promises and requests out of it, or catch what they throw.\n`;
const ended = (column: number): string =>
  `error APP_RENDER: apps/shop.ts:8:${column}: the process ended before the work was done.\nfix: look in the apps for process.exit().\n`;

const IN_THREAD = "if (!require('node:worker_threads').isMainThread) ";
const STRAYS: readonly (readonly [statement: string, stderr: (offset: number) => string])[] = [
  ["setTimeout(() => { throw new Error('late') }, 0);", (offset) => failed(offset + 26, 'late')],
  ["void Promise.reject(new Error('late'));", (offset) => failed(offset + 21, 'late')],
  ["void Promise.reject('no Error');", () => failed(0, 'no Error')],
  ["void fetch('http://127.0.0.1:9/');", () => failed(0, 'fetch failed: bad port')],
  ['setTimeout(() => process.exit(0), 0);', (offset) => ended(offset + 26)],
  ['process.exit(0);', (offset) => ended(offset + 9)],
  // 6.8: what process.exit() ends with, of which no `exit` tells.
  ['(process as any).reallyExit(0);', (offset) => ended(offset + 18)],
];

describe('what an app leaves running', () => {
  it.each(STRAYS)('6.8 fails the run, and nothing is written: %s', (statement, stderr) => {
    edit(statement);
    expect(project.runApart('synth', '--jobs', '1')).toEqual({ code: 2, stdout: '', stderr: stderr(4) });
    expect(project.files()).toEqual(before);
    expect(readdirSync(project.root).sort()).toEqual(CLEAN);
  });

  describe('in a helping thread', () => {
    beforeAll(() => project.write('apps/held.ts', HELD_APP));
    afterAll(forgetTaken);

    it.each(STRAYS)('6.8 fails the run too: %s', (statement, stderr) => {
      const ran = runInThread(statement);
      expect(ran).toEqual({ code: 2, stdout: '', stderr: stderr(4 + IN_THREAD.length) });
      expect(project.files()).toEqual(before);
      expect(readdirSync(project.root).sort()).toEqual(CLEAN);
    });

    it('1.1 a construct that is made too late, in a thread: told although the app catches its error', () => {
      const late = "void (async () => { await null; try { new WebService(scope, 'late', {} as never); } catch {} })();";
      const ran = runInThread(late);
      expect([ran.code, ran.stderr.replace(/› \w+ ›/, '› … ›')]).toEqual([
        2,
        `error APP_RENDER: apps/shop.ts:8:${4 + IN_THREAD.length + 39} › … › shop: a construct is made after \`charts\` has returned: it would be left out, and what was there before deleted.\nfix: make it before \`charts\` returns, without \`await\` and timers; read what has to be waited for before, into environment.yaml or release.yaml.\n`,
      ]);
      expect(project.files()).toEqual(before);
    });

    it.each([
      ["throw new Error('late')", failed(4 + IN_THREAD.length + 117, 'late')],
      ['process.exit(0)', ended(4 + IN_THREAD.length + 119)],
    ])('comes at any time, and nobody waits for a thread that is gone: %s', (statement, stderr) => {
      const busy = 'const until = performance.now() + 400; while (performance.now() < until);';
      const late = `setTimeout(() => setTimeout(() => { ${busy} ${statement}; }, 20), 0);`;
      const ran = runInThread(late);
      // On a busy machine the work may be done before.
      if (ran.code === 0) return expect(project.run('synth', '--check', '--jobs', '1').code).toBe(0);
      expect(ran).toEqual({ code: 2, stdout: '', stderr });
      expect(project.files()).toEqual(before);
      expect(readdirSync(project.root).sort()).toEqual(CLEAN);
    });
  });
});
