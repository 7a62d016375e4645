import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFolderName } from '../../grammar/folder-name';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { deepFreeze } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { readEnvironment } from './environment';
import { problemsOfAll } from './inherited';
import { togetherProblems } from './rules/together';
import { settingProblem } from './setting-problem';
import { settingsReader } from './settings-reader';

/** Spellings that would be passed over without a word. */
const MISNAMED = ['environment.yml', 'environment.json', 'release.yml', 'release.json', 'facts.yaml', 'facts.yml'];

/**
 * Reads every `environments/<name>/environment.yaml` with its parents, `release.yaml` and `facts.json`.
 * Sorted by name, and frozen through and through.
 * @throws ToolError SETTINGS with all problems of all files, each at the line where the value stands;
 * those of `facts.json` carry the code FACTS
 */
export function loadEnvironments(root: string): readonly Environment[] {
  const folder = join(root, 'environments');
  const problems: Problem[] = [];
  const names = existsSync(folder) ? environmentNames(folder, problems) : [];
  if (names.length === 0 && problems.length === 0) {
    const message = 'there is no environments/<name>/environment.yaml here.';
    throw new ToolError('SETTINGS', [{ message, fix: 'run the command in the project’s root, or create one.' }]);
  }
  const reader = settingsReader(root);
  const read = names.map((name) => ({ name, ...readEnvironment(reader, name) }));
  const environments = read.flatMap(({ environment }) => environment ?? []);
  const together = togetherProblems(environments);
  const judged = read.map(({ environment, ...rest }) => {
    const { name, settings, problems } = rest;
    const own = settings === undefined ? [] : together.filter((one) => one.environment === name);
    const more = own.flatMap((problem) => (settings === undefined ? [] : [settingProblem(problem, settings)]));
    return { ...rest, isWhole: environment !== undefined, problems: [...problems, ...more] };
  });
  problems.push(...problemsOfAll(judged));
  if (problems.length > 0) throw new ToolError('SETTINGS', inReadingOrder(problems));
  return deepFreeze(environments);
}

/** The folders that hold an environment; what looks like one and cannot be is told. */
function environmentNames(folder: string, problems: Problem[]): readonly string[] {
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) continue;
    const inside = (file: string) => existsSync(join(folder, entry.name, file));
    problems.push(...MISNAMED.filter(inside).map((file) => misnamed(entry.name, file)));
    const place = { file: `environments/${entry.name}/environment.yaml`, line: 1, column: 1 };
    if (!inside('environment.yaml')) {
      if (!inside('release.yaml') && !inside('facts.json')) continue;
      const message = 'the file is missing, and what stands beside it is of no use without it.';
      problems.push({ place, message, fix: 'add it, or delete the folder.' });
    } else if (wrongFolderName(entry.name) !== undefined) {
      const message = `${JSON.stringify(entry.name)} cannot be an environment’s name, which names a folder of the output.`;
      const fix = 'rename the folder to at most 40 lower-case letters, digits and inner hyphens.';
      problems.push({ place, message, fix });
    } else names.push(entry.name);
  }
  return names.sort(byCodeUnit);
}

function misnamed(folder: string, file: string): Problem {
  const wanted = file.replace(/\..*/, file.startsWith('facts') ? '.json' : '.yaml');
  const place = { file: `environments/${folder}/${file}`, line: 1, column: 1 };
  return { place, message: 'a file of this name is not read.', fix: `call it ${wanted}.` };
}

function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      byCodeUnit(a.place?.file ?? '\uffff', b.place?.file ?? '\uffff') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.path ?? '', b.path ?? ''),
  );
}
