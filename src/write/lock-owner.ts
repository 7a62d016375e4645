import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, readSync, type Stats } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { ToolError } from '../model/errors';
import { codeOf, withPath } from '../model/thrown';

/** A run takes seconds; a lock of a process that nobody here can ask about belongs to nobody once it is older. */
const LONGEST_MS = 60 * 60 * 1000;
/** Clocks of two hosts differ by less. A lock from further ahead says nothing. */
const SKEW_MS = 5 * 60 * 1000;
const MOST_BYTES = 4096;
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** What the file of a lock says, and when it was made. */
export interface LockFile {
  readonly path: string;
  readonly text: string;
  readonly madeAtMs: number;
}

/** `4711@laptop <nonce> <place> <start>`: the last two tell this process from a later one of the same number. */
export function ownText(nonce: string): string {
  const { place = '-', start = '-' } = { place: placeOfProcesses(), start: stateOf(process.pid)?.start };
  return `${process.pid}@${hostname()} ${nonce} ${place} ${start}\n`;
}

/** `4711@laptop`, without what tells two locks of one process apart. */
export function nameOfOwner(text: string): string {
  return text.trim().replace(/ .*$/s, '');
}

/**
 * Reads a lock, and never waits for one: a named pipe or a socket in its place is refused.
 * @returns undefined where there is none
 * @throws ToolError OUTPUT when it is not a file
 */
export function readLock(path: string): LockFile | undefined {
  let handle: number;
  try {
    handle = openSync(path, WITHOUT_WAITING);
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'ENOENT') return undefined;
    // A link, and a socket.
    if (code === 'ELOOP' || code === 'ENXIO') throw notAFile(path);
    throw withPath(error, path);
  }
  try {
    const stats: Stats = fstatSync(handle);
    if (!stats.isFile()) throw notAFile(path);
    const bytes = Buffer.alloc(MOST_BYTES);
    const count = readSync(handle, bytes, 0, MOST_BYTES, 0);
    return { path, text: bytes.toString('utf8', 0, count), madeAtMs: stats.mtimeMs };
  } finally {
    closeSync(handle);
  }
}

function notAFile(path: string): ToolError {
  const message = `${path} is not a file: the lock of the output folder belongs there, so no run can write.`;
  return new ToolError('OUTPUT', [{ message, fix: `delete ${path}; nothing was changed.` }]);
}

/** Whether the process that made a lock can still be writing. A file without an owner is what a power cut leaves. */
export function isHeld(lock: LockFile): boolean {
  const [name = '', , place = '-', start = '-'] = lock.text.trim().split(' ');
  const [pid = '', host] = name.split('@');
  if (!/^\d+$/.test(pid) || host === undefined) return false;
  if (host !== hostname()) return isRecent(lock);
  const here = placeOfProcesses();
  if (place !== '-' && here !== undefined && place !== here) return isRecent(lock) && !isBeforeBoot(lock);
  // This process holds no other lock of the folder: it writes once at a time.
  if (Number(pid) === process.pid) return false;
  const state = stateOf(Number(pid));
  if (start !== '-' && state !== undefined) return !state.isDead && state.start === start;
  return state?.isDead !== true && answers(Number(pid)) && isRecent(lock);
}

function isRecent({ madeAtMs }: LockFile): boolean {
  const age = Date.now() - madeAtMs;
  return age < LONGEST_MS && age > -SKEW_MS;
}

function isBeforeBoot({ madeAtMs }: LockFile): boolean {
  return madeAtMs < Date.now() - uptime() * 1000;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Where a number means one process: this boot of this kernel, and the container; undefined where nothing tells. */
function placeOfProcesses(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** When a process started, in ticks since the boot; undefined where the system does not show it. */
function stateOf(pid: number): { readonly start: string; readonly isDead: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program is in brackets, and may hold anything.
    const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const start = rest[18];
    return start === undefined ? undefined : { start, isDead: 'ZXx'.includes(state) };
  } catch {
    return undefined;
  }
}
