import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 1 << 30;

/**
 * Lets tests make their folders in memory where Linux has room for them: a disk takes longer to delete the projects of
 * tests than tests take. A folder that somebody chose by TMPDIR stays.
 */
export function useMemory(): void {
  if (process.env['TMPDIR'] !== undefined || !hasRoom()) return;
  for (const name of readdirSync(MEMORY)) if (isLeft(name)) remove(join(MEMORY, name));
  const folder = mkdtempSync(join(MEMORY, `cdk8s-eks-tests-${process.pid}-`));
  process.env['TMPDIR'] = folder;
  process.once('exit', () => remove(folder));
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Of a run that was killed. */
function isLeft(name: string): boolean {
  const [, pid] = /^cdk8s-eks-tests-(\d+)-/.exec(name) ?? [];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}

/** Tests start programs that they write, too. */
function hasRoom(): boolean {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === MEMORY);
    const { bavail, bsize } = statfsSync(MEMORY);
    return mount !== undefined && !/\b(ro|noexec)\b/.test(mount) && bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
