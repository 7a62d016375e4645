import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a path looked like: nothing (null), or its inode, size and times, and a digest of its content. Of a folder, the
 * content is the names that a compiler can ask for.
 */
export type State = null | readonly [inode: number, size: number, modified: number, changed: number, digest: string];

/** A file that a compiler reads; in a folder, names of other files do not matter. */
const READ_BY_COMPILER = /\.(?:[cm]?[jt]sx?|json)$/;

/** @throws where the path cannot be read */
export function stateOf(path: string): State {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : [...stamp(stats), digestOf(path, stats)];
}

/**
 * Whether a path still holds what it held. Content is read only where inode, size or times differ.
 * @returns the state to remember from now on; undefined where something else is there now
 */
export function unchangedState(path: string, before: State): State | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || before === null) return stats === undefined && before === null ? null : undefined;
  const now = stamp(stats);
  if (now.every((value, index) => value === before[index])) return before;
  return digestOf(path, stats) === before[4] ? [...now, before[4]] : undefined;
}

/**
 * Whether a path may have been written at some time or later: clocks of file systems tick every few milliseconds, and
 * some only every other second.
 * @param time in milliseconds since 1970
 */
export function mayBeWrittenSince(state: State, time: number): boolean {
  if (state === null) return false;
  const [, , modified, changed] = state;
  const coarse = modified % 1000 === 0 || changed % 1000 === 0;
  return Math.max(modified, changed) >= time - (coarse ? 2_000 : 20);
}

function stamp({ ino, size, mtimeMs, ctimeMs }: Stats): readonly [number, number, number, number] {
  return [ino, size, mtimeMs, ctimeMs];
}

function digestOf(path: string, stats: Stats): string {
  const content = stats.isDirectory() ? namesIn(path) : readFileSync(path);
  return createHash('sha256').update(content).digest('base64url');
}

function namesIn(folder: string): string {
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isSymbolicLink()) names.push(`${name} -> ${readlinkSync(join(folder, name))}`);
    else if (entry.isDirectory()) names.push(`${name}/`);
    else if (READ_BY_COMPILER.test(name)) names.push(name);
  }
  return names.sort().join('\n');
}
