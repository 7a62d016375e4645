import { closeSync, constants, openSync, readdirSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isToolError, ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { compareFiles } from './compare-files';
import { withLock } from './lock';
import { makeFolder, requireUsableFolder } from './output-folder';

export interface WriteOptions {
  readonly projectRoot: string;
  /** Called with the paths about to be deleted, before anything is written; throws to stop the run. */
  readonly beforeDelete?: (stale: readonly string[]) => void;
}

export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}

const TEMPORARY = '.cdk8s-eks-tmp';

/**
 * Brings the output folder to the rendered state: changed files under temporary names first, then the renames,
 * then the deletions. A failure before the first rename leaves the old tree as it was; a crash in between leaves
 * a state that `synth --check` refuses and the next run heals. Unchanged files keep bytes and time.
 * @param scope paths this run owns; nothing outside is touched
 * @throws ToolError OUTPUT naming the path that could not be written
 */
export function writeFiles(
  outDir: string,
  files: readonly FileSpec[],
  scope: readonly string[],
  options: WriteOptions,
): WriteResult {
  requireUsableFolder(outDir, options.projectRoot);
  return withLock(outDir, () => {
    removeLeftOvers(outDir, scope);
    const { missing, changed, stale, unchanged, foreign } = compareFiles(outDir, files, scope);
    const pending = [...missing, ...changed];
    refuseForeign(pending, foreign);
    options.beforeDelete?.(stale);
    const staged: { from: string; to: string }[] = [];
    try {
      const made = new Set<string>();
      for (const file of pending) {
        makeFolder(outDir, file.path, made);
        const to = join(outDir, file.path);
        const from = `${to}.${process.pid}${TEMPORARY}`;
        staged.push({ from, to });
        writeNew(from, file.content);
      }
    } catch (error) {
      for (const { from } of staged) rmSync(from, { force: true });
      removeEmptyFolders(
        outDir,
        pending.map((file) => file.path),
      );
      throw outputError(error, 'nothing was changed.');
    }
    try {
      for (const { from, to } of staged) renameSync(from, to);
      for (const path of stale) rmSync(join(outDir, path));
    } catch (error) {
      throw outputError(error, 'the output is half new: `synth --check` refuses it, and running synth again heals it.');
    }
    removeEmptyFolders(outDir, stale);
    return { written: pending.map((file) => file.path), unchanged, removed: stale };
  });
}

/** Creates a file that was not there, following no link. */
function writeNew(path: string, content: string): void {
  const handle = openSync(
    path,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
    0o644,
  );
  try {
    const bytes = Buffer.from(content, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  } finally {
    closeSync(handle);
  }
}

/** A file of somebody else stands where an object belongs. */
function refuseForeign(pending: readonly FileSpec[], foreign: readonly string[]): void {
  const theirs = new Set(foreign);
  const problems = pending
    .filter((file) => theirs.has(file.path))
    .map((file) => ({
      message: `${file.path} was not made by this tool (its first line says so), and an object is rendered to that path.`,
      fix: 'move the file away; nothing was written.',
    }));
  if (problems.length > 0) throw new ToolError('OUTPUT', problems);
}

/** Temporary files of runs that died. */
function removeLeftOvers(outDir: string, scope: readonly string[]): void {
  for (const path of scope) sweep(join(outDir, path.endsWith('/') ? path : dirname(path)));
}

function sweep(folder: string): void {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  for (const entry of entries) {
    if (entry.isDirectory()) sweep(join(folder, entry.name));
    else if (entry.name.endsWith(TEMPORARY)) rmSync(join(folder, entry.name), { force: true });
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** Removes folders that the given files left empty, never the output folder itself. */
function removeEmptyFolders(outDir: string, paths: readonly string[]): void {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      try {
        rmdirSync(join(outDir, folder));
      } catch {
        break;
      }
    }
  }
}

function outputError(error: unknown, state: string): unknown {
  if (isToolError(error)) return error;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const what = code === 'ENOSPC' ? 'the disk is full' : message;
  return new ToolError('OUTPUT', [{ message: `${path ?? 'the output'} could not be written: ${what}; ${state}` }], {
    cause: error,
  });
}
