import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-hook-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, fault: NodeJS.ProcessEnv) {
  const text = `const fs = require('node:fs'); const at = (name) => process.argv[1] + '/' + name;\n${script}`;
  return spawnSync(process.execPath, ['--require', join(__dirname, 'hook.cjs'), '-e', text, folder], {
    encoding: 'utf8',
    env: { ...process.env, FAULT_UNDER: folder, ...fault },
  });
}

describe('the hook', () => {
  it.each([
    ['at once', "try { fs.writeFileSync(at('b'), 'x'); } catch (e) { console.log(e.code); }"],
    ['with a callback', "fs.writeFile(at('b'), 'x', (e) => console.log(e.code));"],
    ['as a promise', "fs.promises.writeFile(at('b'), 'x').catch((e) => console.log(e.code));"],
    [
      'as a module',
      "import('node:fs').then((m) => m.default.promises.mkdir(at('b'))).catch((e) => console.log(e.code));",
    ],
  ])('fails the second call, %s', (_how, script) => {
    const ran = run(`fs.mkdirSync(at('a'));\n${script}`, { FAULT_AT: '2', FAULT_KIND: 'EROFS' });
    expect(ran).toMatchObject({ status: 0, stdout: 'EROFS\n', stderr: '' });
    expect([existsSync(join(folder, 'a')), existsSync(join(folder, 'b'))]).toEqual([true, false]);
  });

  it('kills with half of the bytes written', () => {
    const ran = run("fs.writeFileSync(at('a'), '0123456789');", { FAULT_AT: '1', FAULT_KIND: 'kill' });
    expect(ran.signal).toBe('SIGKILL');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('01234');
  });

  it('counts what changes something below the folder, and nothing else', () => {
    const count = join(folder, 'count');
    const script =
      "fs.writeFileSync(at('a'), 'x'); fs.readFileSync(at('a')); fs.existsSync(at('b')); fs.unlinkSync(at('a')); fs.rmSync('/nowhere/at/all', { force: true });";
    expect(run(script, { FAULT_COUNT: count }).status).toBe(0);
    expect(readFileSync(count, 'utf8')).toBe('2\n');
  });
});
