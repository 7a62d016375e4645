import { closeSync, fsyncSync, lstatSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sends the entries of folders to the disk, after those of the files in them. */
export function flushFolders(outDir: string, paths: readonly string[]): void {
  const folders = new Set<string>(['.']);
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) {
    const absolute = join(outDir, folder);
    if (lstatSync(absolute, { throwIfNoEntry: false }) !== undefined) flushFolder(absolute);
  }
}

export function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
