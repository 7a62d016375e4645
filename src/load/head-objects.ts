import type { JsonObject } from '../model/json';
import { readBlobs } from './blobs';
import { committedValue, readCommittedValue } from './committed-file';
import type { Head } from './head';
import { type Refusal, refusalOfBlob, refusalOfGit } from './output-in-git';

/** Objects as they were committed. */
export interface HeadObjects {
  /** Undefined for what is not there, is not ours or cannot be read. */
  readonly objectAt: (path: string) => JsonObject | undefined;
  /** Set where HEAD knows of files, and Git does not hand them out. */
  readonly refusal?: Refusal;
}

/** Objects as HEAD holds them, or, where HEAD does not know a path, as they lie in the output folder. */
export function readHeadObjects({ cwd, files }: Head, outDir: string, paths: readonly string[]): HeadObjects {
  const known = paths.filter((path) => files.has(path));
  const read = readBlobs(
    cwd,
    known.map((path) => files.get(path) ?? ''),
  );
  const blobs = new Map(typeof read === 'string' ? [] : known.map((path, index) => [path, read[index]] as const));
  const lost = known.find((path) => blobs.get(path) === undefined);
  const refusal = typeof read === 'string' ? refusalOfGit(read, cwd) : lost && refusalOfBlob(cwd, lost);
  const lying = readCommittedValue(outDir);
  const objectAt = (path: string) => {
    if (!files.has(path)) return lying(path);
    const bytes = blobs.get(path);
    return Buffer.isBuffer(bytes) ? committedValue(bytes.toString('utf8')) : undefined;
  };
  return refusal === undefined || refusal === '' ? { objectAt } : { objectAt, refusal };
}
