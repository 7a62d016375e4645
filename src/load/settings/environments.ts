import { join } from 'node:path';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { deepFreeze } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { readEnvironment } from './environment';
import { problemsOfAll } from './inherited';
import { togetherProblems } from './rules/together';
import { settingProblem } from './setting-problem';
import { settingsFolders } from './settings-folders';
import { settingsReader, type TextsToBe } from './settings-reader';
import { misnamedDefaults, unreadProblems } from './unread-files';

/**
 * Reads every `environments/<name>/environment.yaml` with its parents, `release.yaml` and `facts.json`.
 * Sorted by name, and frozen through and through.
 * @param texts what stands in for files that are about to be written
 * @throws ToolError SETTINGS with all problems of all files, each at the line where the value stands;
 * those of `facts.json` carry the code FACTS
 */
export function loadEnvironments(root: string, texts?: TextsToBe): readonly Environment[] {
  const { names, others, problems } = settingsFolders(join(root, 'environments'));
  if (names.length + others.length + problems.length === 0) {
    const message = 'there is no environments/<name>/environment.yaml here.';
    throw new ToolError('SETTINGS', [
      { message, fix: 'run the command in the project’s root, or begin one with `cdk8s-eks init DIR --yes`.' },
    ]);
  }
  const reader = settingsReader(root, texts);
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
  // What a file extends is not known where it cannot be read.
  problems.push(...(problems.length === 0 ? unreadProblems(reader, names, others) : misnamedDefaults(reader)));
  if (problems.length > 0) throw new ToolError('SETTINGS', inReadingOrder(problems));
  return deepFreeze(environments);
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
