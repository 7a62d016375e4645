import { type Dirent, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a file is called until it is whole. Argo CD reads no such name, and Git ignores it. */
export const TEMPORARY = '.cdk8s-eks-tmp';

/** Removes what runs that died left behind: temporary files, and folders with nothing in them. */
export function removeLeftOvers(outDir: string, scope: readonly string[]): void {
  for (const path of scope) sweep(join(outDir, path.endsWith('/') ? path : dirname(path)));
}

/** Says whether the folder is empty now. */
function sweep(folder: string): boolean {
  let isEmpty = true;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (sweep(path)) rmdirSync(path);
      else isEmpty = false;
    } else if (entry.name.endsWith(TEMPORARY)) rmSync(path, { force: true });
    else isEmpty = false;
  }
  return isEmpty;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
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
