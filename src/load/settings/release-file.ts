import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/errors';
import type { Release } from '../../model/release';
import { validate } from './issues';
import { keySpotOf, mergeSettings } from './merge';
import { releaseSchema } from './release-schema';
import type { SettingProblem } from './rules/rule';
import { settingProblem } from './setting-problem';
import { type SettingsReader, settingsReader } from './settings-reader';

/** Relative to the project. */
export const releasePath = (environment: string) => `environments/${environment}/release.yaml`;

const pathOf = (root: string, environment: string) => join(root, releasePath(environment));

/** What an environment releases; nothing where there is no such file. */
export function readRelease(
  reader: SettingsReader,
  environment: string,
): { readonly release: Release; readonly problems: readonly Problem[] } {
  const none: Release = { apps: {} };
  const path = pathOf(reader.root, environment);
  if (!existsSync(path) && !reader.texts.has(releasePath(environment))) return { release: none, problems: [] };
  const result = reader.read(path);
  if ('problems' in result) return { release: none, problems: result.problems };
  const judged = validate(releaseSchema, mergeSettings([result.file]));
  return 'output' in judged ? { release: judged.output, problems: [] } : { release: none, problems: judged.problems };
}

/** What turned out later to be wrong with keys of an environment's `release.yaml`, at the lines where they stand. */
export function releaseProblems(
  root: string,
  environment: string,
  problems: readonly SettingProblem[],
): readonly Problem[] {
  if (problems.length === 0) return [];
  const result = settingsReader(root).read(pathOf(root, environment));
  if ('problems' in result) return result.problems;
  const settings = mergeSettings([result.file]);
  return problems.map((problem) => settingProblem(problem, settings, keySpotOf));
}
