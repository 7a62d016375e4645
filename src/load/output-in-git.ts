import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type AskedPlace, askGit } from './git';

/** Why it is not known what was committed. */
export interface Refusal {
  /** A sentence that goes on. */
  readonly reason: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/** Where an output folder lies in a repository. */
export interface OutputInGit {
  /** The top folder of the work tree. */
  readonly top: string;
  /** The output folder as seen from there, with a slash at its end; '' where it is the top. */
  readonly path: string;
}

/** What `outputInGit` takes the answer to. */
export const ASK_TOP = ['rev-parse', '--show-toplevel', '--absolute-git-dir'];

/**
 * Git tells paths from the top of the work tree, which a setting can move away from the folder that holds `.git`:
 * what was committed would be looked for where it is not.
 */
export function outputInGit(answer: Buffer, { cwd, prefix }: AskedPlace): OutputInGit | Refusal {
  const [top = '', gitFolder] = answer
    .toString('utf8')
    .split('\n')
    .map((line) => resolve(line));
  const folder = realpathSync(cwd);
  const holder = holderOfGit(folder);
  // Git passes over a `.git` that is nothing of its own.
  if (holder !== top && gitFolder !== join(top, '.git')) {
    const reason = `the repository in ${holder} has another work tree, ${top} (\`core.worktree\`), and does not say what was committed of ${cwd}`;
    return { reason, fix: `run \`git config --unset core.worktree\` in ${holder}` };
  }
  const below = relative(top, folder).replaceAll('\\', '/');
  return { top, path: `${below === '' ? '' : `${below}/`}${prefix}` };
}

/** The nearest folder that is a repository, or a part of one. */
export function holderOfGit(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : holderOfGit(dirname(folder));
}

/** Lists the files of the output in a revision. A path is a path, also one that looks like a pattern: `:dist`. */
export function listOutput(revision: string, path: string): readonly string[] {
  return [...LIST, '-r', revision, ...(path === '' ? [] : ['--', path])];
}

const LIST = ['--literal-pathspecs', 'ls-tree', '--full-tree', '-z'];

/** A file of a revision, or a submodule. */
export interface TreeEntry {
  readonly isSubmodule: boolean;
  readonly id: string;
  /** From the top of the work tree. */
  readonly path: string;
}

/** `100644 blob 0d3d…\tdist/prod/shop/shop/deployment_web.yaml` */
const ENTRY = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s;
const SUBMODULE = '160000';

export function entriesOf(listing: Buffer): readonly TreeEntry[] {
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap((text) => {
      const [, mode, id, path] = ENTRY.exec(text) ?? [];
      return id === undefined || path === undefined ? [] : [{ isSubmodule: mode === SUBMODULE, id, path }];
    });
}

/** The submodule around an output of which Git lists nothing. Asked for what is inside of one, Git says nothing. */
export function submoduleAround({ top, path }: OutputInGit, revision: string): TreeEntry | undefined {
  const names = path.split('/').slice(0, -1);
  const folders = names.map((_, index) => names.slice(0, index + 1).join('/'));
  if (folders.length === 0) return undefined;
  const { output } = askGit(top, [...LIST, revision, '--', ...folders]);
  return output === undefined ? undefined : entriesOf(output).find((entry) => entry.isSubmodule);
}

/** The repository around a submodule holds only the name of its commit. */
export function refusalOfSubmodule({ top, path }: OutputInGit, submodule: TreeEntry): Refusal {
  const folder = join(top, submodule.path);
  const reason = `${folder} is a submodule, and the repository around it does not say what was committed there`;
  const isInside = submodule.path.length >= path.length && path !== `${submodule.path}/`;
  const fix = isInside
    ? 'keep the whole output in one repository: render into a folder of which no part is a submodule (--out)'
    : 'check it out (`git submodule update --init`)';
  return { reason, fix };
}

const OF_ANOTHER_USER = /dubious ownership in repository at '(.*)'/;

/** Git refused to answer at all. */
export function refusalOfGit(text: string, cwd: string): Refusal {
  const [first = ''] = text.split('\n');
  const reason = `Git could not be asked what was committed (${first})`;
  const theirs = OF_ANOTHER_USER.exec(text)?.[1];
  const fix =
    theirs === undefined
      ? `make \`git status\` work in ${cwd}`
      : `run \`git config --global --add safe.directory ${theirs}\``;
  return { reason, fix };
}

/** The list of files is there, and what is in one is not. */
export function refusalOfBlob(top: string, path: string): Refusal {
  const reason = `Git knows ${path} and lacks what was committed there`;
  return { reason, fix: `make \`git fsck\` pass in ${top}` };
}
