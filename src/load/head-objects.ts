import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../model/json';
import { readBlobs } from './blobs';
import { committedValue } from './committed';
import type { Head } from './head';

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
    const bytes = files.has(path) ? blobs.get(path) : bytesOf(join(outDir, path));
    return bytes === undefined ? undefined : committedValue(bytes.toString('utf8'));
  };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
