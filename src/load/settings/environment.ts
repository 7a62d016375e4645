import { join } from 'node:path';
import type { Environment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import type { Owner } from '../../model/owner';
import type { Release } from '../../model/release';
import { loadFacts } from './facts';
import { validate } from './issues';
import { type MergedSettings, mergeSettings } from './merge';
import { readChain } from './parents';
import { readRelease } from './release-file';
import { settingsProblems } from './rules/all';
import { environmentSchema, toSettings } from './schema';
import { settingProblem } from './setting-problem';
import type { SettingsReader } from './settings-reader';

export interface ReadEnvironment {
  /** Absent where the settings themselves have a problem. */
  readonly environment?: Environment;
  /** Absent where not even the file could be read. */
  readonly settings?: MergedSettings;
  readonly problems: readonly Problem[];
}

/** Reads one environment from its folder: `environment.yaml` with its parents, `release.yaml`, `facts.json`. */
export function readEnvironment(reader: SettingsReader, name: string): ReadEnvironment {
  const folder = join(reader.root, 'environments', name);
  const { release, problems: releaseProblems } = readRelease(reader, name);
  const chain = readChain(reader, join(folder, 'environment.yaml'));
  const problems = [...releaseProblems, ...chain.problems];
  if (chain.files.length === 0) return { problems };
  const settings = mergeSettings(chain.files);
  const complete = chain.problems.length === 0;
  const read = environmentOf(settings, name, release, complete);
  problems.push(...read.problems);
  const { environment } = read;
  if (environment === undefined) return { settings, problems };
  const found = environment.platform === 'eks' ? loadFacts(reader.root, environment) : {};
  if ('problems' in found) return { environment, settings, problems: [...problems, ...found.problems] };
  return { environment: { ...environment, ...found }, settings, problems };
}

/** The environment that merged settings describe; absent where they have a problem or are not complete. */
export function environmentOf(
  settings: MergedSettings,
  name: string,
  release: Release,
  complete = true,
): Pick<ReadEnvironment, 'environment' | 'problems'> {
  const judged = validate(environmentSchema, settings, complete);
  if ('problems' in judged) return { problems: judged.problems };
  if (!complete) return { problems: [] };
  const { extends: _extends, owners, ...rest } = judged.output;
  const own = settingsProblems(toSettings(judged.output), owners);
  if (own.length > 0) return { problems: own.map((one) => settingProblem(one, settings)) };
  const named: Record<string, Owner> = Object.fromEntries(
    Object.entries(owners).map(([key, owner]) => [key, { name: key, ...owner }]),
  );
  return { environment: { ...rest, name, owners: named, release }, problems: [] };
}
