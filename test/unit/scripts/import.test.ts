import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-import-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

it('refuses a folder that is not there', () => {
  expect(run('--from', join(folder, 'nowhere'))).toEqual({
    status: 1,
    stdout: '',
    stderr: `import: --from ${join(folder, 'nowhere')}: there is no such folder.\n`,
  });
});

it('refuses a definition that is not the pinned one, and writes nothing', () => {
  mkdirSync(join(folder, 'from', 'kubernetes'), { recursive: true });
  writeFileSync(join(folder, 'from', 'kubernetes', 'v1.28.json'), '{"definitions":{}}');
  expect(run('--from', join(folder, 'from'), '--to', join(folder, 'to'))).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'import: kubernetes/v1.28.json: SHA-256 is 3a53d1a2ea709016f0d1f669b1980b2e1934fc3aa669c17f90d609bfd0d219b9, ' +
      'but imports/sources.yaml pins 26005b7e779ea2fcbd87e4f23d76dc565eef8381c2287e149c676c03d48b0df6.\n',
  });
  expect(readdirSync(folder)).toEqual(['from']);
});
