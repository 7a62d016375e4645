import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileStamp, isSameStamp, stampOf } from '../../model/file-stamp';

/** What a path looked like: nothing (null), or its stamp and a digest of its content. Of a folder, the content is the names that a compiler can ask for. */
export type State = null | readonly [...stamp: FileStamp, digest: string];

/** A file that a compiler reads; in a folder, names of other files do not matter. */
const READ_BY_COMPILER = /\.(?:[cm]?[jt]sx?|json)$/;

/** @throws where the path cannot be read */
export function stateOf(path: string): State {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : [...stampOf(stats), digestOf(path, stats)];
}

/**
 * Whether a path still holds what it held. Content is read only where the stamp differs.
 * @returns the state to remember from now on; undefined where something else is there now
 */
export function unchangedState(path: string, before: State): State | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || before === null) return stats === undefined && before === null ? null : undefined;
  const now = stampOf(stats);
  if (isSameStamp(now, before)) return before;
  const digest = digestOf(path, stats);
  return digest === before[4] ? [...now, digest] : undefined;
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
