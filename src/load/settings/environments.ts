import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { safeParse } from 'valibot';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { at, deepFreeze, fieldPath, isJsonObject } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import type { Owner } from '../../model/owner';
import type { Release } from '../../model/release';
import { loadFacts } from './facts';
import { issueProblem, nearest } from './issues';
import { knownKeys } from './known-keys';
import { type MergedSettings, mergeSettings } from './merge';
import { picture, readSettingsFile, type SettingsFile } from './read-yaml';
import { settingsProblems, togetherProblems } from './rules';
import { environmentSchema, releaseSchema, toEnvironment } from './schema';

const DEFAULTS = 'defaults.yaml';
const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Reads every `environments/<name>/environment.yaml` with its parents, `release.yaml` and `facts.json`.
 * @throws ToolError SETTINGS with all problems of all files, each at the line where the value stands
 */
export function loadEnvironments(root: string): readonly Environment[] {
  const folder = join(root, 'environments');
  const names = existsSync(folder) ? environmentFolders(folder) : [];
  if (names.length === 0) {
    const message = 'there is no environments/<name>/environment.yaml here.';
    throw new ToolError('SETTINGS', [{ message, fix: 'run the command in the project’s root, or create one.' }]);
  }
  const problems: Problem[] = [];
  const environments: Environment[] = [];
  const merged = new Map<string, MergedSettings>();
  for (const name of names) {
    if (!NAME.test(name) || name.length > 40) {
      const place = { file: `environments/${name}/environment.yaml`, line: 1, column: 1 };
      problems.push({
        place,
        message: `"${name}" cannot be an environment’s name, which names a folder of the output.`,
        fix: 'rename the folder to at most 40 lower-case letters, digits and inner hyphens.',
      });
      continue;
    }
    const settings = readChain(root, join(folder, name, 'environment.yaml'), problems);
    const release = readRelease(root, join(folder, name, 'release.yaml'), problems);
    if (settings === undefined || release === undefined) continue;
    merged.set(name, settings);
    const environment = toOne(name, settings, release, root, problems);
    if (environment !== undefined) environments.push(environment);
  }
  for (const { environment, path, message, fix } of togetherProblems(environments)) {
    problems.push(settingProblem(path, message, fix, merged.get(environment) as MergedSettings));
  }
  if (problems.length > 0) throw new ToolError('SETTINGS', withoutRepeats(problems));
  return deepFreeze(environments);
}

function environmentFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'environment.yaml')))
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}

/** The file, under it the one it extends and so on, and `defaults.yaml` under all. */
function readChain(root: string, path: string, problems: Problem[]): MergedSettings | undefined {
  const folder = join(root, 'environments');
  const chain: SettingsFile[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = path; next !== undefined; ) {
    seen.add(next);
    const result = readSettingsFile(next, root);
    if ('problems' in result) {
      problems.push(...result.problems);
      return undefined;
    }
    chain.unshift(result.file);
    const parent = at(result.file.value, 'extends');
    const defaults = join(folder, DEFAULTS);
    next =
      typeof parent === 'string'
        ? join(folder, parent)
        : seen.has(defaults) || !existsSync(defaults)
          ? undefined
          : defaults;
    const problem = typeof parent === 'string' ? parentProblem(parent, next as string, seen, folder) : undefined;
    if (problem !== undefined) {
      problems.push(
        settingProblem(['extends'], problem, 'name another file below environments/.', mergeSettings([result.file])),
      );
      return undefined;
    }
  }
  return mergeSettings(chain);
}

function parentProblem(parent: string, path: string, seen: ReadonlySet<string>, folder: string): string | undefined {
  if (relative(folder, path).startsWith('..')) return `"${parent}" lies outside environments/.`;
  if (!existsSync(path)) return `there is no file environments/${parent}.`;
  if (seen.has(path)) return `"${parent}" leads back to a file that extends it.`;
  return undefined;
}

function readRelease(root: string, path: string, problems: Problem[]): Release | undefined {
  if (!existsSync(path)) return { apps: {} };
  const result = readSettingsFile(path, root);
  if ('problems' in result) {
    problems.push(...result.problems);
    return undefined;
  }
  const settings = mergeSettings([result.file]);
  const parsed = safeParse(releaseSchema, settings.value);
  if (parsed.success) return parsed.output;
  problems.push(...parsed.issues.map((issue) => issueProblem(issue, settings, (at) => knownKeys(releaseSchema, at))));
  return undefined;
}

function toOne(
  name: string,
  settings: MergedSettings,
  release: Release,
  root: string,
  problems: Problem[],
): Environment | undefined {
  const parsed = safeParse(environmentSchema, settings.value);
  if (!parsed.success) {
    const platform = isJsonObject(settings.value) ? settings.value['platform'] : undefined;
    const known = (path: readonly (string | number)[]) => knownKeys(environmentSchema, path, platform);
    problems.push(...parsed.issues.map((issue) => issueProblem(issue, settings, known)));
    return undefined;
  }
  const { extends: _extends, owners, ...rest } = parsed.output;
  const own = settingsProblems(toEnvironment(parsed.output));
  if (own.length > 0) {
    problems.push(...own.map(({ path, message, fix }) => settingProblem(path, message, fix, settings)));
    return undefined;
  }
  const named: Record<string, Owner> = Object.fromEntries(
    Object.entries(owners).map(([key, owner]) => [key, { name: key, ...owner }]),
  );
  const environment = { ...rest, name, owners: named, release } as Environment;
  const facts = environment.platform === 'eks' ? loadFacts(root, environment) : undefined;
  if (facts !== undefined && 'problem' in facts) problems.push(facts.problem);
  return facts !== undefined && 'facts' in facts ? { ...environment, facts: facts.facts } : environment;
}

function settingProblem(
  path: readonly (string | number)[],
  message: string,
  fix: string,
  settings: MergedSettings,
): Problem {
  const { place, lineText } = nearest(path, settings);
  return { place, message, fix, picture: picture(place, lineText), path: fieldPath(path) };
}

/** In reading order; a mistake in a shared parent is told once, not once for each environment. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const sorted = [...problems].sort(
    (a, b) =>
      byCodeUnit(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.place, problem.message]);
    return !seen.has(key) && seen.add(key);
  });
}
