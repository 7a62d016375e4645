import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';

const DATA = join(ROOT, '..', 'shared', 'data');
const there = existsSync(join(DATA, 'kubernetes')) && existsSync(join(DATA, 'crds'));
if (!there) console.warn('imports/ was not generated again: its sources are not beside this checkout (../shared/data)');

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|json)$/.test(name));

(there ? describe : describe.skip)('npm run import', () => {
  it('makes, byte for byte, what is committed', () => {
    const to = mkdtempSync(join(tmpdir(), 'cdk8s-eks-imports-'));
    try {
      const ran = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', '--from', DATA, '--to', to], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '', expect.stringMatching(/^\d+ files written to /)]);
      const committed = join(ROOT, 'imports');
      expect(files(to).sort()).toEqual(files(committed).sort());
      const different = files(to).filter(
        (name) => !readFileSync(join(to, name)).equals(readFileSync(join(committed, name))),
      );
      expect(different).toEqual([]);
    } finally {
      rmSync(to, { recursive: true, force: true });
    }
  });
});
