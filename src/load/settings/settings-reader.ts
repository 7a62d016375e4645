import { readSettingsFile } from './read-yaml';
import type { ReadResult } from './settings-file';

/** Reads each file once, however many environments extend it. */
export interface SettingsReader {
  /** The project. */
  readonly root: string;
  readonly read: (path: string) => ReadResult;
  readonly wasRead: (path: string) => boolean;
}

export function settingsReader(root: string): SettingsReader {
  const known = new Map<string, ReadResult>();
  const read = (path: string): ReadResult => {
    const result = known.get(path) ?? readSettingsFile(path, root);
    known.set(path, result);
    return result;
  };
  return { root, read, wasRead: (path) => known.has(path) };
}
