import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../model/errors';

/**
 * Runs `work` while no other run writes the same output folder. The lock lies beside the folder, where Argo CD
 * never looks, and one whose owner is dead is taken over.
 * @throws ToolError OUTPUT naming the process that holds it
 */
export function withLock<T>(outDir: string, work: () => T): T {
  const file = join(dirname(outDir), `.${basename(outDir)}.cdk8s-eks.lock`);
  const mine = `${process.pid}@${hostname()}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      take(file, mine);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(file);
    if (attempt > 2 || (owner !== undefined && isAlive(owner))) {
      const message = `another run (${owner?.trim() ?? 'unknown'}) is writing ${outDir}.`;
      throw new ToolError('OUTPUT', [{ message, fix: `wait for it to end; if it is gone, delete ${file}.` }]);
    }
    rmSync(file, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Makes the file, or leaves none when its content cannot be written. */
function take(file: string, content: string): void {
  const handle = openSync(file, 'wx');
  try {
    writeSync(handle, content);
    closeSync(handle);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

function ownerOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** On another host nobody can know, so the owner counts as alive. An empty file is a lock being made or a crash. */
function isAlive(owner: string): boolean {
  const [pid, host] = owner.trim().split('@');
  if (pid === undefined || host === undefined || !/^\d+$/.test(pid)) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
