import type { FileSpec } from '../../src/model/file-spec';
import * as comparing from '../../src/write/compare-files';
import { KeptFiles } from '../../src/write/kept-files';
import * as writing from '../../src/write/write-files';

/** Writes files as a run of one thread does. */
export function writeFiles(
  outDir: string,
  files: readonly FileSpec[],
  scope: readonly string[],
  options: writing.WriteOptions,
): Omit<writing.WriteResult, 'foreign'> {
  const kept = new KeptFiles();
  try {
    kept.keep(files, scope);
    const { foreign: _foreign, ...result } = writing.writeFiles(outDir, [kept], scope, options);
    return result;
  } finally {
    kept.close();
  }
}

export function compareFiles(outDir: string, files: readonly FileSpec[], scope: readonly string[]) {
  return comparing.compareFiles(outDir, files, scope, comparing.bytesOfText);
}
