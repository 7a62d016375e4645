import { wrongFolderName } from '../../grammar/folder-name';
import type { Environment } from '../../model/environment';
import type { EnvironmentSettings } from '../../model/environment-settings';
import { type Problem, ToolError } from '../../model/errors';
import { deepFreeze, type JsonValue } from '../../model/json';
import { environmentOf } from './environment';
import { mergeSettings } from './merge';

/** Named where a file would be. */
const FILE = 'the settings';

/** As many as a file may have. */
const MOST_LEVELS = 64;

/**
 * Settings that a program holds, judged and completed as a file of them is. They release nothing and have no facts.
 * @throws ToolError SETTINGS with all problems
 */
export function readGivenSettings(settings: EnvironmentSettings, name: string): Environment {
  const shapeless = wrongShape(settings);
  if (shapeless !== undefined) throw new ToolError('SETTINGS', [shapeless]);
  const problems: Problem[] = [];
  const wrong = wrongFolderName(name);
  if (wrong !== undefined)
    problems.push({
      message: `${JSON.stringify(name)} cannot be an environment’s name, which names a folder of the output: ${wrong}.`,
      fix: 'give another name.',
    });
  if (settings instanceof Object && 'extends' in settings)
    problems.push({
      path: 'extends',
      message: 'settings in the code have no file that they could extend, so the key would do nothing.',
      fix: 'lay the maps over each other in the code, or read the folder with loadEnvironment().',
    });
  const value = { owners: {}, ...settings } as unknown as JsonValue;
  const read = environmentOf(mergeSettings([{ file: FILE, value, positions: new Map() }]), name, { apps: {} });
  // There are no lines to name.
  problems.push(...read.problems.map(({ place: _place, ...problem }) => problem));
  if (problems.length > 0 || read.environment === undefined) throw new ToolError('SETTINGS', problems);
  return deepFreeze(read.environment);
}

/** JavaScript may hand over anything, and what holds itself has no end. */
function wrongShape(settings: unknown): Problem | undefined {
  const isMap = typeof settings === 'object' && settings !== null && !Array.isArray(settings);
  if (!isMap)
    return { message: 'the settings are not a map.', fix: 'give an object with the keys of environment.yaml.' };
  return isDeeper(settings, MOST_LEVELS)
    ? {
        message: `the settings are nested deeper than ${MOST_LEVELS} levels.`,
        fix: 'flatten it; no value may hold itself.',
      }
    : undefined;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
