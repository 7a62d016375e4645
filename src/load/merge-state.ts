import { relative } from 'node:path';
import { ToolError } from '../model/errors';
import { askGit, type GitAnswer } from './git';

/** What Git has begun and not finished. */
export type Begun = 'merge' | 'rebase' | 'cherry-pick' | 'revert';

const HEADS: readonly (readonly [Begun, string])[] = [
  ['rebase', 'REBASE_HEAD'],
  ['cherry-pick', 'CHERRY_PICK_HEAD'],
  ['revert', 'REVERT_HEAD'],
  ['merge', 'MERGE_HEAD'],
];

export interface Unmerged {
  /** From the top of the work tree. */
  readonly path: string;
  /** Whether our side has the file; the other one may have deleted it. */
  readonly isOurs: boolean;
}

/** @throws ToolError ARGUMENTS with what Git says, where it refuses */
export function toldByGit(cwd: string, args: readonly string[]): string {
  return answerOf(askGit(cwd, args), args);
}

/** @throws ToolError ARGUMENTS with what Git says, where it refused */
export function answerOf({ output, refusal }: GitAnswer, args: readonly string[]): string {
  if (output !== undefined) return output.toString('utf8');
  const message = `\`git ${args[0]}\` refused: ${refusal === '' ? 'it does not say why' : refusal}.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'repair what Git names, and run it again.' }]);
}

/** The top of the work tree that a folder lies in. */
export function topOfWorkTree(cwd: string): string {
  return toldByGit(cwd, ['rev-parse', '--show-toplevel']).trimEnd();
}

/** What is under way in a repository; undefined where nothing is. */
export function begunIn(cwd: string): Begun | undefined {
  return HEADS.find(([, name]) => hasRevision(cwd, name))?.[0];
}

export function hasRevision(cwd: string, name: string): boolean {
  return askGit(cwd, ['rev-parse', '--quiet', '--verify', `${name}^{commit}`]).output !== undefined;
}

/** Files in which Git could not join the two sides. */
export function unmergedIn(top: string): readonly Unmerged[] {
  const found = new Map<string, boolean>();
  for (const entry of toldByGit(top, ['ls-files', '--unmerged', '-z']).split('\0')) {
    const [, stage, path] = /^\d+ [0-9a-f]+ (\d)\t(.*)$/s.exec(entry) ?? [];
    if (path !== undefined) found.set(path, found.get(path) === true || stage === '2');
  }
  return [...found].map(([path, isOurs]) => ({ path, isOurs }));
}

/** A folder as Git names it, from the top of the work tree. */
export function pathFromTop(top: string, folder: string): string {
  return relative(top, folder).replaceAll('\\', '/');
}
