import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defined } from '../model/defined';
import { isToolError, ToolError } from '../model/errors';
import { systemFix } from '../model/system-errors';
import { codeOf, messageOf, textOf } from '../model/thrown';
import { Exchange } from './exchange';
import { flushFolders } from './flush';
import { holdSignals } from './hold-signals';
import { type Differences, type Holder, together } from './kept-files';
import { withLock } from './lock';
import { requireUsableFolder } from './output-folder';
import { type Move, unstage } from './stage';
import { removeEmptyFolders, removeLeftOvers } from './sweep';

export interface WriteOptions {
  readonly projectRoot: string;
  /** Called with what differs, before anything is written; throws to stop the run. */
  readonly beforeWriting?: (differences: Differences) => void;
  /** Flush every file, and then its folder, so that a power cut finds them whole. `@default` false: Git has the record */
  readonly durable?: boolean;
}

export interface WriteResult {
  /** In the order of the holders. */
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
  readonly foreign: readonly string[];
}

const UNCHANGED = 'nothing was changed.';
const ALL_NEW = 'all files are new, and not all of them are flushed to the disk.';
const HALF_NEW = 'the output is half new: `synth --check` refuses it, and running synth again heals it.';

/**
 * Brings the output folder to the rendered state: changed files and new folders under temporary names first, then the
 * renames, then the deletions. A failure leaves the old tree as it was, or takes back what was done; a crash in between
 * leaves a state that `synth --check` refuses and the next run heals. Unchanged files keep bytes and time.
 * @param holders each holds some of the files; no path is held by two
 * @param scope paths this run owns; nothing outside is touched
 * @throws ToolError OUTPUT naming the path that could not be written
 */
export function writeFiles(
  outDir: string,
  holders: readonly Holder[],
  scope: readonly string[],
  options: WriteOptions,
): WriteResult {
  const state: State = { text: UNCHANGED, bytes: 0 };
  try {
    return holdSignals(() => {
      requireUsableFolder(outDir, options.projectRoot);
      mkdirSync(outDir, { recursive: true });
      return withLock(outDir, () => replace(outDir, holders, scope, options, state));
    });
  } catch (error) {
    throw outputError(error, state);
  }
}

/** How far the run came, and how much it had to write: what an error has to say. */
interface State {
  text: string;
  bytes: number;
}

function replace(
  outDir: string,
  holders: readonly Holder[],
  scope: readonly string[],
  options: WriteOptions,
  state: State,
): WriteResult {
  const durable = options.durable === true;
  removeLeftOvers(outDir, scope);
  const differences = compareAll(outDir, holders);
  const { missing, changed, stale, unchanged, foreign } = differences;
  const pending = [...missing, ...changed];
  refuseForeign(pending, foreign);
  options.beforeWriting?.(differences);
  for (const folder of new Set(stale.map(dirname))) accessSync(join(outDir, folder), constants.W_OK);
  state.bytes = differences.bytes;
  const moves = pending.length === 0 ? [] : stageAll(outDir, holders, durable);
  const exchange = new Exchange();
  try {
    const replaced = new Set(changed.map((path) => join(outDir, path)));
    for (const { from, to } of moves) exchange.rename(from, to, replaced.has(to));
    if (durable) flushFolders(outDir, [...pending, ...stale]);
    for (const path of stale) exchange.remove(join(outDir, path));
  } catch (error) {
    if (!exchange.undo()) state.text = HALF_NEW;
    unstage(moves);
    throw error;
  }
  state.text = ALL_NEW;
  exchange.settle();
  removeEmptyFolders(outDir, stale);
  if (durable) flushFolders(outDir, stale);
  return { written: pending, unchanged, removed: stale, foreign };
}

/** How the output differs from everything that is held. @throws ToolError OUTPUT naming what could not be read */
export function compareAll(outDir: string, holders: readonly Holder[]): Differences {
  return together(atOnce(holders, (holder) => holder.compare(outDir)));
}

/** All holders work at the same time: what one of them waits for is begun by all before. */
function atOnce<T>(holders: readonly Holder[], begin: (holder: Holder) => () => T): readonly T[] {
  return holders.map(begin).map((end) => end());
}

/** Two holders may have filled the same new folder; one rename brings it. */
function stageAll(outDir: string, holders: readonly Holder[], durable: boolean): readonly Move[] {
  const staged = atOnce(holders, (holder) => holder.stage(outDir, durable));
  const moves = [...new Map(staged.flatMap((one) => one.moves.map((move) => [move.from, move] as const))).values()];
  const failed = staged.find((one) => one.failure !== undefined);
  if (failed === undefined) return moves;
  unstage(moves);
  throw failed.failure;
}

/** A file of somebody else stands where an object belongs. */
function refuseForeign(pending: readonly string[], foreign: readonly string[]): void {
  const theirs = new Set(foreign);
  const problems = pending
    .filter((path) => theirs.has(path))
    .map((path) => ({
      message: `${path} was not made by this tool (its first line says so), and an object is rendered to that path.`,
      fix: 'move the file away; nothing was written.',
    }));
  if (problems.length > 0) throw new ToolError('OUTPUT', problems);
}

function outputError(error: unknown, { text, bytes }: State): unknown {
  if (isToolError(error)) return error;
  const code = codeOf(error) ?? '';
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  const what = isFull ? `there is no room for the ${bytes} bytes to be written (${code})` : messageOf(error);
  const problem = `${textOf(error, 'dest') ?? textOf(error, 'path') ?? 'the output'} could not be written: ${what}; ${text}`;
  return new ToolError('OUTPUT', [{ message: problem, ...defined({ fix: systemFix(error) }) }], { cause: error });
}
