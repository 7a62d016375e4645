import { createHash, randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { codeOf } from '../model/thrown';
import { isHeld, nameOfOwner, ownText, readLock } from './lock-owner';

const SUFFIX = '.cdk8s-eks.lock';
/** Where a file system has no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Runs `work` while no other run writes the same output folder. The lock lies beside the folder, where Argo CD
 * never looks. One whose owner is dead is not deleted, which would let two heirs in: exactly one run can make the
 * file that is named after the dead owner's lock, and the run at the end of that chain holds the folder.
 * @throws ToolError OUTPUT naming the process that holds it
 */
export function withLock<T>(outDir: string, work: () => T): T {
  const files = takeLock(outDir);
  try {
    removeOldLocks(outDir, files);
    return work();
  } finally {
    // The first file goes first: from then on the others mean nothing.
    for (const file of files) removeQuietly(file);
  }
}

/** The files of the lock, first to last; ours is the last. */
function takeLock(outDir: string): readonly string[] {
  const first = join(dirname(outDir), `.${basename(outDir)}${SUFFIX}`);
  const nonce = randomUUID();
  const mine = ownText(nonce);
  for (let attempt = 0; attempt < 10; attempt++) {
    const files = [first];
    const dead: string[] = [];
    let end = first;
    for (let lock = readLock(first); lock !== undefined; lock = readLock(end)) {
      if (isHeld(lock)) throw held(outDir, lock.text, end);
      dead.push(lock.text);
      // The path is part of it: two locks that a power cut emptied have two heirs.
      const id = createHash('sha256')
        .update(`${basename(end)} ${lock.text}`)
        .digest('hex')
        .slice(0, 16);
      end = join(dirname(outDir), `.${basename(outDir)}.${id}${SUFFIX}`);
      files.push(end);
    }
    if (!create(end, mine, end.replace(SUFFIX, `.${nonce}${SUFFIX}`))) continue;
    // The dead owner's heir may have come and gone since its lock was read.
    if (dead.length === 0 || readLock(first)?.text === dead[0]) return files;
    removeQuietly(end);
  }
  throw held(outDir, readLock(first)?.text ?? 'one of several', first);
}

/** Makes the file with its content at once, so that no other run ever sees it empty; false when it is there. */
function create(file: string, content: string, temporary: string): boolean {
  try {
    writeNew(temporary, content);
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    // ENOENT: the holder of the lock swept our file away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (NO_LINKS.has(code)) return createWithoutLink(file, content);
    throw error;
  } finally {
    removeQuietly(temporary);
  }
}

function createWithoutLink(file: string, content: string): boolean {
  try {
    writeNew(file, content);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    removeQuietly(file);
    throw error;
  }
}

function writeNew(file: string, content: string): void {
  const handle = openSync(file, 'wx');
  try {
    writeSync(handle, content);
  } finally {
    closeSync(handle);
  }
}

/** Behind the folder's name; the lock of a folder with a longer name is another. */
const OF_AN_HEIR = /^(\.[0-9a-f]{16})?(\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?\.cdk8s-eks\.lock$/;

/** What runs left behind that died while they made or released a lock. */
function removeOldLocks(outDir: string, files: readonly string[]): void {
  const start = `.${basename(outDir)}`;
  for (const name of readdirSync(dirname(outDir))) {
    const file = join(dirname(outDir), name);
    if (name.startsWith(start) && OF_AN_HEIR.test(name.slice(start.length)) && !files.includes(file))
      removeQuietly(file);
  }
}

/** A lock that cannot be removed is taken over as soon as its owner is gone. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing depends on it.
  }
}

function held(outDir: string, owner: string, file: string): ToolError {
  const message = `another run (${nameOfOwner(owner)}) is writing ${outDir}.`;
  return new ToolError('OUTPUT', [{ message, fix: `wait for it to end; if it is gone, delete ${file}.` }]);
}
