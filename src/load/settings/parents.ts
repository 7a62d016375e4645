import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Problem } from '../../model/errors';
import { isJsonObject, type JsonValue, own } from '../../model/json';
import { listed } from '../../model/lists';
import { byCodeUnit } from '../../model/order';
import { didYouMean } from '../../model/suggest';
import { spotOf } from './merge';
import type { SettingsFile } from './settings-file';
import type { SettingsReader } from './settings-reader';
import { located } from './source-text';

const DEFAULTS = 'defaults.yaml';
/** What all environments take from, relative to the project. */
export const DEFAULTS_FILE = `environments/${DEFAULTS}`;

export interface Chain {
  /** The file, above the one it extends, and so on; farthest first. */
  readonly files: readonly SettingsFile[];
  readonly problems: readonly Problem[];
}

const LAST = ['defaults.yaml is the last parent of all; it extends nothing.', 'remove the line.'] as const;

/** A file with its parents, and `defaults.yaml` as the last parent of all. */
export function readChain(reader: SettingsReader, path: string): Chain {
  const folder = join(reader.root, 'environments');
  const defaults = join(folder, DEFAULTS);
  const files: SettingsFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = path; next !== undefined; ) {
    seen.add(next);
    const result = reader.read(next);
    if ('problems' in result) {
      problems.push(...result.problems);
      break;
    }
    const { file } = result;
    files.unshift(withoutExtends(file));
    const parent = own(file.value, 'extends');
    if (parent === undefined) {
      next = next === defaults || !existsSync(defaults) ? undefined : defaults;
      continue;
    }
    const target = typeof parent === 'string' ? resolve(parent, dirname(next), folder) : '';
    const wrong = next === defaults ? LAST : wrongParent(parent, target, seen, folder);
    if (wrong !== undefined) {
      problems.push({ ...located(spotOf(['extends'], file), ...wrong), path: 'extends' });
      break;
    }
    next = target;
  }
  return { files, problems };
}

/** Beside the file where it says so, otherwise below `environments/`. */
function resolve(parent: string, here: string, folder: string): string {
  return join(/^\.\.?\//.test(parent) ? here : folder, parent);
}

type Target = readonly [parent: JsonValue, target: string, seen: ReadonlySet<string>, folder: string];

type Said = readonly [message: string, fix: string];

const OTHER = 'name another file below environments/.';

function wrongParent(...[parent, target, seen, folder]: Target): Said | undefined {
  if (typeof parent !== 'string') return ['found something other than text; wanted the name of one file.', OTHER];
  if (!isInside(target, folder)) return [`"${parent}" lies outside environments/.`, OTHER];
  if (!existsSync(target))
    return [`there is no file ${shown(target, folder)}.${didYouMean(parent, yamlFiles(folder))}`, OTHER];
  if (!isInside(realpathSync(target), realpathSync(folder))) return [`"${parent}" leads outside environments/.`, OTHER];
  if (seen.has(target)) return [`"${parent}" leads back to a file that extends it.`, OTHER];
  return statSync(target).isDirectory() ? folderProblem(parent, target, folder) : undefined;
}

/** An environment, or a folder of parents. */
function folderProblem(parent: string, target: string, folder: string): Said {
  if (existsSync(join(target, 'environment.yaml'))) {
    const message = `"${parent}" is an environment, and an environment extends a file that it shares with others.`;
    const files = yamlFiles(folder).filter((name) => name !== DEFAULTS);
    const known = files.length === 0 ? 'such as shared.yaml' : `such as ${listed(files)}`;
    return [message, `put what both share into a file below environments/, ${known}, and extend that in both.`];
  }
  const files = yamlFiles(target).map((name) => `${parent.replace(/\/$/, '')}/${name}`);
  const message = `"${parent}" is a folder; wanted the name of one file.`;
  return [message, files.length === 0 ? OTHER : `name a file in it: ${listed(files)}.`];
}

function isInside(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== '..' && first !== '' && !path.includes('\0') && join(folder, relative(folder, path)) === path;
}

function shown(path: string, folder: string): string {
  return `environments/${relative(folder, path).replaceAll('\\', '/')}`;
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort(byCodeUnit);
}

/** Each file's own `extends` has been followed; it is nothing to merge. */
function withoutExtends(file: SettingsFile): SettingsFile {
  if (!isJsonObject(file.value) || !Object.hasOwn(file.value, 'extends')) return file;
  const value: Record<string, JsonValue | undefined> = Object.assign(Object.create(null), file.value);
  delete value['extends'];
  return { ...file, value };
}
