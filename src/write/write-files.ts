import { accessSync, constants, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isToolError, ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { compareFiles } from './compare-files';
import { holdSignals } from './hold-signals';
import { withLock } from './lock';
import { requireUsableFolder } from './output-folder';
import { flushFolders, stage, unstage } from './stage';
import { removeEmptyFolders, removeLeftOvers } from './sweep';

export interface WriteOptions {
  readonly projectRoot: string;
  /** Called with the paths about to be deleted, before anything is written; throws to stop the run. */
  readonly beforeDelete?: (stale: readonly string[]) => void;
  /** Flush every file, and then its folder, so that a power cut finds them whole. `@default` false: Git has the record */
  readonly durable?: boolean;
}

export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}

const UNCHANGED = 'nothing was changed.';
const HALF_NEW = 'the output is half new: `synth --check` refuses it, and running synth again heals it.';

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
  const state: State = { text: UNCHANGED, pending: [] };
  try {
    return holdSignals(() => {
      requireUsableFolder(outDir, options.projectRoot);
      mkdirSync(outDir, { recursive: true });
      return withLock(outDir, () => replace(outDir, files, scope, options, state));
    });
  } catch (error) {
    throw outputError(error, state);
  }
}

/** How far the run came, and how much it had to write: what an error has to say. */
interface State {
  text: string;
  pending: readonly FileSpec[];
}

function replace(
  outDir: string,
  files: readonly FileSpec[],
  scope: readonly string[],
  options: WriteOptions,
  state: State,
): WriteResult {
  removeLeftOvers(outDir, scope);
  const { missing, changed, stale, unchanged, foreign } = compareFiles(outDir, files, scope);
  const pending = [...missing, ...changed];
  refuseForeign(pending, foreign);
  options.beforeDelete?.(stale);
  for (const folder of new Set(stale.map(dirname))) accessSync(join(outDir, folder), constants.W_OK);
  state.pending = pending;
  const staged = stage(outDir, pending, options.durable === true);
  const touched = [...pending.map((file) => file.path), ...stale];
  if (touched.length > 0) state.text = HALF_NEW;
  try {
    for (const { from, to } of staged) renameSync(from, to);
    if (options.durable === true) flushFolders(outDir, touched);
    for (const path of stale) rmSync(join(outDir, path));
  } catch (error) {
    unstage(staged);
    throw error;
  }
  removeEmptyFolders(outDir, stale);
  if (options.durable === true) flushFolders(outDir, stale);
  return { written: pending.map((file) => file.path), unchanged, removed: stale };
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

function outputError(error: unknown, { text, pending }: State): unknown {
  if (isToolError(error)) return error;
  const { code = '', path, dest, message } = error as NodeJS.ErrnoException & { dest?: string };
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  const what = isFull ? `there is no room for the ${bytesOf(pending)} bytes to be written (${code})` : message;
  const problem = `${dest ?? path ?? 'the output'} could not be written: ${what}; ${text}`;
  return new ToolError('OUTPUT', [{ message: problem }], { cause: error });
}

function bytesOf(files: readonly FileSpec[]): number {
  return files.reduce((sum, file) => sum + Buffer.byteLength(file.content), 0);
}
