import { askGit } from './git';

/** What is said where Git has no such revision, as a part of a sentence, and the fix. */
export interface UnknownCommit {
  readonly reason: string;
  readonly fix: string;
}

/** The full id of a revision's commit in the repository that a folder lies in. */
export function commitOf(folder: string, revision: string): { readonly commit: string } | UnknownCommit {
  const { output, refusal } = askGit(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (output !== undefined) return { commit: output.toString('utf8').trim() };
  const shallow = askGit(folder, ['rev-parse', '--is-shallow-repository']);
  if (shallow.output === undefined)
    return {
      reason: `Git could not be asked (${refusal || shallow.refusal})`,
      fix: 'run the command in a clone of the repository.',
    };
  if (shallow.output.toString('utf8').trim() === 'true')
    return {
      reason: 'this clone is shallow and does not reach that far',
      fix: 'fetch the whole history: git fetch --unshallow; in CI, check out with depth 0.',
    };
  return {
    reason: 'Git does not have it here',
    fix: 'fetch it (git fetch --tags), or name a branch, a tag or a commit that exists.',
  };
}

/** How many commits of HEAD a commit lacks, and how many of those change some paths of the folder. */
export function commitsBehind(
  folder: string,
  commit: string,
  paths: readonly string[],
): { readonly behind?: number; readonly touching?: number } {
  const count = (...more: readonly string[]) => {
    const { output } = askGit(folder, ['rev-list', '--count', `${commit}..HEAD`, ...more]);
    return output === undefined ? undefined : Number(output.toString('utf8'));
  };
  const behind = count();
  const touching = behind === undefined ? undefined : count('--', ...paths);
  return { ...(behind !== undefined && { behind }), ...(touching !== undefined && { touching }) };
}

/** Whether a file is committed as it lies on disk. */
export function isCommitted(folder: string, path: string): boolean {
  const { output } = askGit(folder, ['status', '--porcelain', '--', path]);
  return output !== undefined && output.length === 0;
}

/** The bytes of a file in a revision; absent where it has none. */
export function fileOf(folder: string, commit: string, path: string): Buffer | undefined {
  return askGit(folder, ['show', `${commit}:./${path}`]).output;
}
