import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFolderName } from '../../grammar/folder-name';
import type { Problem } from '../../model/errors';
import { byCodeUnit } from '../../model/order';

const READ: readonly string[] = ['environment.yaml', 'release.yaml', 'facts.json'];
/** Spellings that would be passed over without a word. */
const MISNAMED = ['environment.yml', 'environment.json', 'release.yml', 'release.json', 'facts.yaml', 'facts.yml'];

/** Whether a file has the name of one that is read, but for its ending or for capitals. */
function isMisnamed(file: string): boolean {
  const lower = file.toLowerCase();
  return MISNAMED.includes(lower) || (READ.includes(lower) && lower !== file);
}

/** What lies in `environments/`. */
export interface SettingsFolders {
  /** Folders that hold an environment, sorted. */
  readonly names: readonly string[];
  /** Folders that may hold parents, sorted. */
  readonly others: readonly string[];
  /** What looks like an environment and cannot be one. */
  readonly problems: Problem[];
}

export function settingsFolders(folder: string): SettingsFolders {
  const [names, others, problems]: [string[], string[], Problem[]] = [[], [], []];
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    if (entry.isFile()) continue;
    const inside = (file: string) => existsSync(join(folder, entry.name, file));
    const misnamed = filesOf(join(folder, entry.name)).filter(isMisnamed);
    problems.push(...misnamed.map((file) => misnamedProblem(entry.name, file)));
    if (inside('environment.yaml')) {
      const wrong = wrongName(entry.name);
      if (wrong === undefined) names.push(entry.name);
      else problems.push(wrong);
    } else if (inside('release.yaml') || inside('facts.json')) {
      const message = 'the file is missing, and what stands beside it is of no use without it.';
      problems.push({ place: placeIn(entry.name), message, fix: 'add it, or delete the folder.' });
    } else if (misnamed.length === 0 && !entry.name.startsWith('.')) others.push(entry.name);
  }
  return { names: names.sort(byCodeUnit), others: others.sort(byCodeUnit), problems };
}

function wrongName(name: string): Problem | undefined {
  if (wrongFolderName(name) === undefined) return undefined;
  const message = `${JSON.stringify(name)} cannot be an environment’s name, which names a folder of the output.`;
  const fix = 'rename the folder to at most 40 lower-case letters, digits and inner hyphens.';
  return { place: placeIn(name), message, fix };
}

function misnamedProblem(folder: string, file: string): Problem {
  const wanted = file.toLowerCase().replace(/\..*/, /^facts/i.test(file) ? '.json' : '.yaml');
  return { place: placeIn(folder, file), message: 'a file of this name is not read.', fix: `call it ${wanted}.` };
}

/** Nothing where there is no folder to read. */
function filesOf(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? readdirSync(folder).sort(byCodeUnit) : [];
}

function placeIn(folder: string, file = 'environment.yaml') {
  return { file: `environments/${folder}/${file}`, line: 1, column: 1 };
}
