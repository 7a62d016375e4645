import { askGit } from './git';

/** What is checked out in the repository of the output. */
export interface CheckedOut {
  /** Absent where HEAD is not a branch, as in most pipelines. */
  readonly branch?: string;
  /** Addresses of its remotes. */
  readonly remotes: readonly string[];
}

export function readCheckedOut(cwd: string): CheckedOut {
  const branch = ask(cwd, 'symbolic-ref', '-q', '--short', 'HEAD');
  const remotes = ask(cwd, 'config', '--get-regexp', '^remote\\..*\\.url$') ?? '';
  return {
    ...(branch === undefined ? {} : { branch }),
    remotes: remotes.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(line.indexOf(' ') + 1)])),
  };
}

function ask(cwd: string, ...args: readonly string[]): string | undefined {
  return askGit(cwd, args).output?.toString('utf8').trimEnd();
}
