import { join } from 'node:path';
import type { Environment } from '../../model/environment';
import type { Owner } from '../../model/owner';
import type { Release } from '../../model/release';
import type { SourcePlace } from '../../model/source-place';
import { loadFacts } from './facts';
import { validate } from './issues';
import { type MergedSettings, mergeSettings, spotOf } from './merge';
import { DEFAULTS_FILE, readChain } from './parents';
import { readRelease } from './release-file';
import { settingsProblems } from './rules/all';
import { environmentSchema, toSettings } from './schema';
import { type FoundProblem, settingProblem } from './setting-problem';
import type { SettingsReader } from './settings-reader';

export interface ReadEnvironment {
  /** Absent where the settings themselves have a problem. */
  readonly environment?: Environment;
  /** Absent where not even the file could be read. */
  readonly settings?: MergedSettings;
  readonly problems: readonly FoundProblem[];
}

interface FromFolder extends ReadEnvironment {
  /** Its own file and the parents, by their names. */
  readonly files: readonly string[];
  /** Where its own file says what it extends. */
  readonly extendsAt: SourcePlace;
}

/** Reads one environment from its folder: `environment.yaml` with its parents, `release.yaml`, `facts.json`. */
export function readEnvironment(reader: SettingsReader, name: string): FromFolder {
  const folder = join(reader.root, 'environments', name);
  const { release, problems: releaseProblems } = readRelease(reader, name);
  const chain = readChain(reader, join(folder, 'environment.yaml'));
  const problems: FoundProblem[] = [...releaseProblems, ...chain.problems];
  const own = chain.files.at(-1);
  const files = chain.files.map(({ file }) => file);
  if (own === undefined)
    return { files, extendsAt: { file: `environments/${name}/environment.yaml`, line: 1, column: 1 }, problems };
  const extendsAt = spotOf(['extends'], own).place;
  const settings = { ...mergeSettings(chain.files), hasDefaults: files.includes(DEFAULTS_FILE) };
  const complete = chain.problems.length === 0;
  const read = environmentOf(settings, name, release, complete);
  problems.push(...read.problems);
  const { environment } = read;
  if (environment === undefined) return { files, extendsAt, settings, problems };
  const found = environment.platform === 'eks' ? loadFacts(reader.root, environment) : {};
  if ('problems' in found)
    return { files, extendsAt, environment, settings, problems: [...problems, ...found.problems] };
  return { files, extendsAt, environment: { ...environment, ...found }, settings, problems };
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
