import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFolderName } from '../grammar/folder-name';
import { BOOTSTRAP_FOLDER } from '../knowledge/argocd/output-paths';
import { TEMPORARY } from '../model/file-spec';
import { byCodeUnit } from '../model/order';

/** Names of the environments that the output holds, also of those that no longer exist. Other folders are not ours. */
export function committedEnvironments(outDir: string): readonly string[] {
  return entriesOf(outDir)
    .filter((entry) => entry.isDirectory() && wrongFolderName(entry.name) === undefined)
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}

/** Paths of what lies in the bootstrap folder. */
export function committedBootstrap(outDir: string): readonly string[] {
  return entriesOf(join(outDir, BOOTSTRAP_FOLDER))
    .filter((entry) => !entry.name.endsWith(TEMPORARY))
    .map((entry) => `${BOOTSTRAP_FOLDER}/${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .sort(byCodeUnit);
}

/** What lies in the output of one environment, sorted. */
export interface CommittedEntries {
  /** Paths of all files. */
  readonly files: readonly string[];
  /** Paths of symbolic links, to files and to folders, which are never followed, and of pipes and the like. */
  readonly links: readonly string[];
}

export function committedEntries(outDir: string, environment: string): CommittedEntries {
  const files: string[] = [];
  const links: string[] = [];
  walk(outDir, environment, { files, links });
  return { files: files.sort(byCodeUnit), links: links.sort(byCodeUnit) };
}

function walk(outDir: string, folder: string, found: { readonly files: string[]; readonly links: string[] }): void {
  for (const entry of entriesOf(join(outDir, folder))) {
    const path = `${folder}/${entry.name}`;
    // The output does not include what a run that died left behind.
    if (entry.name.endsWith(TEMPORARY)) continue;
    if (entry.isDirectory()) walk(outDir, path, found);
    else (entry.isFile() ? found.files : found.links).push(path);
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true });
}
