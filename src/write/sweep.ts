import { type Dirent, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TEMPORARY } from '../model/file-spec';
import { codeOf } from '../model/thrown';

/**
 * Removes what runs that died left behind: files and folders under temporary names, and folders with nothing in them.
 * The caller holds the lock, so none of them belongs to a run that is alive.
 */
export function removeLeftOvers(outDir: string, scope: readonly string[]): void {
  const around = new Set<string>(['.']);
  for (const path of scope) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) around.add(folder);
  }
  for (const folder of around) {
    for (const { name } of entriesOf(join(outDir, folder)))
      if (name.endsWith(TEMPORARY)) rmSync(join(outDir, folder, name), { recursive: true, force: true });
  }
  for (const path of scope) if (path.endsWith('/')) sweep(join(outDir, path));
}

/** Says whether the folder is empty now. */
function sweep(folder: string): boolean {
  let isEmpty = true;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.endsWith(TEMPORARY)) rmSync(path, { recursive: true, force: true });
    else if (!entry.isDirectory() || entry.name === '.git') isEmpty = false;
    else if (sweep(path)) rmdirSync(path);
    else isEmpty = false;
  }
  return isEmpty;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}

/** Removes folders that the given files left empty, never the output folder itself. */
export function removeEmptyFolders(outDir: string, paths: readonly string[]): void {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      try {
        rmdirSync(join(outDir, folder));
      } catch {
        break;
      }
    }
  }
}
