import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import { fieldPath } from '../../model/json';
import type { Owner } from '../../model/owner';
import type { Release } from '../../model/release';
import { loadFacts } from './facts';
import { validate } from './issues';
import { type MergedSettings, mergeSettings, spotOf } from './merge';
import { readChain } from './parents';
import { releaseSchema } from './release-schema';
import { settingsProblems } from './rules/all';
import type { SettingProblem } from './rules/rule';
import { environmentSchema, toSettings } from './schema';
import type { SettingsReader } from './settings-reader';
import { masked, picture } from './source-text';

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
  const { release, problems: releaseProblems } = readRelease(reader, join(folder, 'release.yaml'));
  const chain = readChain(reader, join(folder, 'environment.yaml'));
  const problems = [...releaseProblems, ...chain.problems];
  if (chain.files.length === 0) return { problems };
  const settings = mergeSettings(chain.files);
  const complete = chain.problems.length === 0;
  const judged = validate(environmentSchema, settings, complete);
  if ('problems' in judged) return { settings, problems: [...problems, ...judged.problems] };
  if (!complete) return { settings, problems };
  const { extends: _extends, owners, ...rest } = judged.output;
  const own = settingsProblems(toSettings(judged.output), owners);
  if (own.length > 0) return { settings, problems: [...problems, ...own.map((one) => settingProblem(one, settings))] };
  const named: Record<string, Owner> = Object.fromEntries(
    Object.entries(owners).map(([key, owner]) => [key, { name: key, ...owner }]),
  );
  const environment: Environment = { ...rest, name, owners: named, release };
  const found = environment.platform === 'eks' ? loadFacts(reader.root, environment) : {};
  if ('problems' in found) return { environment, settings, problems: [...problems, ...found.problems] };
  return { environment: { ...environment, ...found }, settings, problems };
}

function readRelease(
  reader: SettingsReader,
  path: string,
): { readonly release: Release; readonly problems: readonly Problem[] } {
  const none: Release = { apps: {} };
  if (!existsSync(path)) return { release: none, problems: [] };
  const result = reader.read(path);
  if ('problems' in result) return { release: none, problems: result.problems };
  const judged = validate(releaseSchema, mergeSettings([result.file]));
  return 'output' in judged ? { release: judged.output, problems: [] } : { release: none, problems: judged.problems };
}

/** A rule's problem at the place where the setting stands. */
export function settingProblem({ path, message, fix }: SettingProblem, settings: MergedSettings): Problem {
  const spot = spotOf(path, settings);
  const drawn = spot.lineText === '' ? {} : { picture: picture(spot) };
  return { place: spot.place, path: fieldPath(path), message: masked(message), fix: masked(fix), ...drawn };
}
