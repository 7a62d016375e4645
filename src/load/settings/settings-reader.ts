import { relative } from 'node:path';
import { parseSettings, readSettingsFile } from './read-yaml';
import type { ReadResult } from './settings-file';

/** Reads each file once, however many environments extend it. */
export interface SettingsReader {
  /** The project. */
  readonly root: string;
  readonly texts: TextsToBe;
  readonly read: (path: string) => ReadResult;
  readonly wasRead: (path: string) => boolean;
}

/** Texts of files as they are about to be written, by their paths relative to the project. */
export type TextsToBe = ReadonlyMap<string, string>;

/** @param texts what stands in for files */
export function settingsReader(root: string, texts: TextsToBe = new Map()): SettingsReader {
  const known = new Map<string, ReadResult>();
  const read = (path: string): ReadResult => {
    const file = relative(root, path).replaceAll('\\', '/');
    const text = texts.get(file)?.replace(/^\ufeff/, '');
    const fresh = () => (text === undefined ? readSettingsFile(path, root) : parseSettings(text, file));
    const result = known.get(path) ?? fresh();
    known.set(path, result);
    return result;
  };
  return { root, texts, read, wasRead: (path) => known.has(path) };
}
