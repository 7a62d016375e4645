import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPORARY } from '../model/file-spec';
import { byCodeUnit } from '../model/order';

/** Names of the environments that the output holds, also of those that no longer exist. */
export function committedEnvironments(outDir: string): readonly string[] {
  if (!existsSync(outDir)) return [];
  return readdirSync(outDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_bootstrap' && !entry.name.endsWith(TEMPORARY))
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}

/** Paths of all files of one environment, sorted; symbolic links are never followed. */
export function committedPaths(outDir: string, environment: string): readonly string[] {
  const found: string[] = [];
  walk(outDir, environment, found);
  return found.sort(byCodeUnit);
}

function walk(outDir: string, folder: string, found: string[]): void {
  const absolute = join(outDir, folder);
  if (!existsSync(absolute) || !lstatSync(absolute).isDirectory()) return;
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    // What a run that died left is no part of the output.
    if (entry.name.endsWith(TEMPORARY)) continue;
    if (entry.isDirectory()) walk(outDir, path, found);
    else if (entry.isFile()) found.push(path);
  }
}
