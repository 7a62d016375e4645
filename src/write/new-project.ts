import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { byCodeUnit } from '../model/order';
import { messageOf } from '../model/thrown';

/** By path relative to the project. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** What a folder that somebody has just made or cloned may hold. */
const ALLOWED: ReadonlySet<string> = new Set(['.git']);
const MOST_NAMED = 10;

/**
 * Fills a folder that is not there, or is empty but for Git's own. All is written beside its place first and then moved
 * there; a failure takes everything back.
 * @throws ToolError ARGUMENTS with what is in the way; OUTPUT where it cannot be written
 */
export function writeNewProject(folder: string, files: ProjectFiles): void {
  refuseWhatIsThere(folder);
  const isNew = !existsSync(folder);
  // A folder that exists stays the one it is: somebody's shell may stand in it.
  const stage = isNew ? `${folder}.cdk8s-eks-tmp` : join(folder, '.init.cdk8s-eks-tmp');
  const made = firstMissing(dirname(folder));
  const moved: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      writeFileSync(join(stage, path), text, { flag: 'wx' });
    }
    if (isNew) renameSync(stage, folder);
    else {
      for (const name of readdirSync(stage)) {
        renameSync(join(stage, name), join(folder, name));
        moved.push(join(folder, name));
      }
      rmSync(stage, { recursive: true });
    }
  } catch (error) {
    for (const path of [...moved, stage, ...(made === undefined ? [] : [made])])
      rmSync(path, { recursive: true, force: true });
    const message = `the project could not be written: ${messageOf(error)}. Nothing was kept.`;
    throw new ToolError('OUTPUT', [{ message, path: folder, fix: 'repair what is named, and run it again.' }]);
  }
}

/** @throws ToolError ARGUMENTS with what is in the way */
export function refuseWhatIsThere(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) throw refused(`${folder} is not a folder.`);
  const found = stats === undefined ? [] : readdirSync(folder).filter((name) => !ALLOWED.has(name));
  if (found.length === 0) return;
  const names = found.sort(byCodeUnit).slice(0, MOST_NAMED);
  const more = found.length > names.length ? ` and ${found.length - names.length} more` : '';
  throw refused(`${folder} is not empty: it holds ${names.join(', ')}${more}.`);
}

function refused(message: string): ToolError {
  const fix = 'name a folder that is empty or not there yet; of an existing repository, move the files over by hand.';
  return new ToolError('ARGUMENTS', [{ message, fix }]);
}

/** The topmost folder that has to be made for a path; undefined where the path is there. */
function firstMissing(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const above = dirname(path);
  return above === path || basename(path) === '' ? path : (firstMissing(above) ?? path);
}
