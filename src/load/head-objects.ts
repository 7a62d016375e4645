import { join } from 'node:path';
import { MOST_FILE_BYTES } from '../model/file-spec';
import type { JsonObject } from '../model/json';
import { readBlobs } from './blobs';
import { committedValue } from './committed';
import type { Head } from './head';
import { readRegularFile } from './regular-file';

/**
 * Objects as HEAD holds them, or, where HEAD does not know a path, as they lie in the output folder.
 * @returns undefined for what is not there, is not ours or cannot be read
 */
export function readHeadObjects(
  { cwd, files }: Head,
  outDir: string,
  paths: readonly string[],
): (path: string) => JsonObject | undefined {
  const known = paths.filter((path) => files.has(path));
  const read = readBlobs(
    cwd,
    known.map((path) => files.get(path) ?? ''),
  );
  const blobs = new Map(typeof read === 'string' ? [] : known.map((path, index) => [path, read[index]] as const));
  return (path) => {
    const bytes = files.has(path) ? blobs.get(path) : readRegularFile(join(outDir, path), MOST_FILE_BYTES);
    return Buffer.isBuffer(bytes) ? committedValue(bytes.toString('utf8')) : undefined;
  };
}
