import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/errors';
import { byCodeUnit } from '../../model/order';
import { suggest } from '../../model/suggest';
import type { SettingsReader } from './settings-reader';

const OF_AN_ENVIRONMENT = ['environment.yaml', 'release.yaml', 'facts.json'];

/**
 * Settings that nobody reads: a parent that nobody extends, a folder without an environment in it, a file whose name is
 * nearly one that is read.
 * @param names folders of environments, all of which have been read
 * @param others the other folders
 */
export function unreadProblems(
  reader: SettingsReader,
  names: readonly string[],
  others: readonly string[],
): readonly Problem[] {
  const root = join(reader.root, 'environments');
  const isUnread = (path: string) => isYaml(path) && !reader.wasRead(join(root, path));
  return [
    ...filesIn(root).filter(isUnread).map(unreadParent),
    ...names.flatMap((name) => misspelt(name, filesIn(join(root, name)))),
    ...others.flatMap((name) => {
      const files = filesIn(join(root, name), true);
      const isOfParents = files.some((file) => reader.wasRead(join(root, name, file)));
      if (isOfParents)
        return files
          .map((file) => `${name}/${file}`)
          .filter(isUnread)
          .map(unreadParent);
      // What holds no settings, such as notes, is nobody's concern.
      return files.length === 0 || files.some(isYaml) ? [noEnvironment(name, files)] : [];
    }),
  ];
}

/**
 * Files that were meant as the defaults, where something is missing in the settings.
 * @returns nothing where there are defaults
 */
export function misnamedDefaults(reader: SettingsReader): readonly Problem[] {
  const root = join(reader.root, 'environments');
  const files = filesIn(root);
  if (files.includes('defaults.yaml')) return [];
  const isMeant = (file: string) => /^defaults\.(?:ya?ml|json)$/i.test(file) && !reader.wasRead(join(root, file));
  return files.filter(isMeant).map((file) => {
    return { place: placeOf(file), message: 'a file of this name is not read.', fix: 'call it defaults.yaml.' };
  });
}

function unreadParent(path: string): Problem {
  const isMeant = !path.includes('/') && suggest(path, ['defaults.yaml']) !== undefined;
  const fix = isMeant ? 'call it defaults.yaml.' : 'extend it in an environment, or delete it.';
  return { place: placeOf(path), message: 'no environment extends this file, so nobody reads it.', fix };
}

/** A name that is nearly one of those that are missing; a copy of one that is there is nobody's concern. */
function misspelt(folder: string, files: readonly string[]): readonly Problem[] {
  const missing = OF_AN_ENVIRONMENT.filter((name) => !files.includes(name));
  return files.flatMap((file) => {
    const meant = /\.(?:ya?ml|json)$/.test(file) ? suggest(file, missing) : undefined;
    if (meant === undefined) return [];
    const place = placeOf(`${folder}/${file}`);
    return [{ place, message: 'a file of this name is not read.', fix: `call it ${meant}.` }];
  });
}

function noEnvironment(folder: string, files: readonly string[]): Problem {
  const message = `the folder environments/${folder} holds no environment.yaml, so nothing is rendered for it.`;
  const meant = files.find((file) => suggest(file, ['environment.yaml']) !== undefined);
  const fix = meant === undefined ? 'add the file, or delete the folder.' : `call ${folder}/${meant} environment.yaml.`;
  return { place: placeOf(`${folder}/environment.yaml`), message, fix };
}

function placeOf(path: string) {
  return { file: `environments/${path}`, line: 1, column: 1 };
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** Files that are not hidden, sorted; nothing where there is no folder to read. @param recursive also those in folders below */
function filesIn(folder: string, recursive = false): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { encoding: 'utf8', recursive })
    .filter((path) => !/(?:^|[\\/])\.|~$/.test(path) && !isFolder(join(folder, path)))
    .map((path) => path.replaceAll('\\', '/'))
    .sort(byCodeUnit);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
