import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { makeFolder, requireRealFolder } from './output-folder';
import { removeEmptyFolders, TEMPORARY } from './sweep';

/** A whole file under its temporary name, beside the final one: a rename is all that is left to do. */
export interface Staged {
  readonly from: string;
  readonly to: string;
}

/**
 * Writes every file under a temporary name, reads it back, and looks that nothing stands in the way of the renames.
 * When anything fails, all of it is removed again and the old tree stands as it was.
 */
export function stage(outDir: string, files: readonly FileSpec[], durable: boolean): readonly Staged[] {
  const staged: Staged[] = [];
  const folders = new Set<string>();
  try {
    for (const file of files) {
      makeFolder(outDir, file.path, folders);
      const to = join(outDir, file.path);
      const from = `${to}.${process.pid}${TEMPORARY}`;
      staged.push({ from, to });
      writeNew(from, Buffer.from(file.content, 'utf8'), durable);
    }
    for (const folder of folders) requireRealFolder(outDir, folder);
    requireNoFolders(staged);
    return staged;
  } catch (error) {
    unstage(staged);
    removeEmptyFolders(
      outDir,
      files.map((file) => file.path),
    );
    throw error;
  }
}

/** Removes what was not renamed. What cannot be removed is swept by the next run. */
export function unstage(staged: readonly Staged[]): void {
  for (const { from } of staged) {
    try {
      rmSync(from, { force: true });
    } catch {
      // The first error is the one to be told.
    }
  }
}

/** Sends the entries of folders to the disk, after those of the files in them. */
export function flushFolders(outDir: string, paths: readonly string[]): void {
  const folders = new Set<string>(['.']);
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) {
    if (lstatSync(join(outDir, folder), { throwIfNoEntry: false }) === undefined) continue;
    const handle = openSync(join(outDir, folder), 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}

/** Creates a file that was not there, following no link. */
function writeNew(path: string, bytes: Buffer, durable: boolean): void {
  const noFollow = constants.O_NOFOLLOW ?? 0;
  const handle = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | noFollow, 0o644);
  try {
    for (let at = 0; at < bytes.length; ) {
      const count = writeSync(handle, bytes, at);
      if (count === 0) throw Object.assign(new Error('the disk took nothing'), { code: 'EIO', path });
      at += count;
    }
    if (durable) fsyncSync(handle);
    requireSame(path, handle, bytes);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  } finally {
    closeSync(handle);
  }
}

/** What is on the disk is what was rendered, or the run stops. */
function requireSame(path: string, handle: number, bytes: Buffer): void {
  const back = Buffer.allocUnsafe(bytes.length);
  const count = bytes.length === 0 ? 0 : readSync(handle, back, 0, back.length, 0);
  if (fstatSync(handle).size === bytes.length && count === bytes.length && back.equals(bytes)) return;
  throw Object.assign(new Error('other bytes came back than were written'), { code: 'EIO', path });
}

/** Looks into each folder once. */
function requireNoFolders(staged: readonly Staged[]): void {
  const folders = new Set<string>();
  for (const parent of new Set(staged.map(({ to }) => dirname(to)))) {
    for (const entry of readdirSync(parent, { withFileTypes: true }))
      if (entry.isDirectory()) folders.add(join(parent, entry.name));
  }
  for (const { to } of staged) if (folders.has(to)) refuseFolder(to);
}

function refuseFolder(path: string): never {
  const message = `${path} is a folder: a file is needed there.`;
  throw new ToolError('OUTPUT', [{ message, fix: 'remove it; nothing was written.' }]);
}
