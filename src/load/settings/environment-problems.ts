import { join } from 'node:path';
import type { Problem } from '../../model/errors';
import { keySpotOf, mergeSettings } from './merge';
import { readChain } from './parents';
import type { SettingProblem } from './rules/rule';
import { settingProblem } from './setting-problem';
import { settingsReader } from './settings-reader';

/** What turned out later to be wrong with keys of an environment's settings, at the lines where they stand. */
export function settingsProblemsAt(
  root: string,
  environment: string,
  problems: readonly SettingProblem[],
): readonly Problem[] {
  if (problems.length === 0) return [];
  const chain = readChain(settingsReader(root), join(root, 'environments', environment, 'environment.yaml'));
  if (chain.problems.length > 0) return chain.problems;
  const settings = mergeSettings(chain.files);
  return problems.map((problem) => {
    const { about: _of, ...found } = settingProblem(problem, settings, keySpotOf);
    return found;
  });
}
