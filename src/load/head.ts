import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { askGit, placeToAsk, startAskingGit } from './git';

/** What Git's HEAD holds of the output folder. */
export interface Head {
  /** The folder that Git is asked in. */
  readonly cwd: string;
  /**
   * Path relative to the output folder → id of its content; empty where there is no repository, no commit or no output
   * in it.
   */
  readonly files: ReadonlyMap<string, string>;
  /** Set where there is a repository, and it does not say what was committed. */
  readonly refusal?: Refusal;
}

/** Why it is not known what was committed. */
export interface Refusal {
  /** A sentence that goes on. */
  readonly reason: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/**
 * HEAD is what Argo CD has: files that were deleted by hand since then are deletions all the same. The repository is
 * the one the output folder lies in, which may be another than the project's. Git looks while this thread renders.
 */
export async function readHead(outDir: string): Promise<Head> {
  const { cwd, prefix } = placeToAsk(outDir);
  const { output, refusal } = await startAskingGit(cwd, [...LIST, ...(prefix === '' ? [] : ['--', prefix])]);
  if (output !== undefined) return { cwd, ...listed(output.toString('utf8'), cwd, prefix) };
  const nothing = { cwd, files: new Map() };
  if (!liesInRepository(cwd)) return nothing;
  const refused = isUnborn(cwd) ? heldElsewhere(cwd, prefix) : refusalOf(refusal, cwd);
  return refused === undefined ? nothing : { ...nothing, refusal: refused };
}

const LIST = ['ls-tree', '-r', '-z', 'HEAD'];
/** `100644 blob 0d3d…\tdist/prod/shop/shop/deployment_web.yaml` */
const ENTRY = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s;
const SUBMODULE = '160000';

function listed(text: string, cwd: string, prefix: string): Pick<Head, 'files' | 'refusal'> {
  const files = new Map<string, string>();
  for (const entry of text.split('\0')) {
    const [, mode, id = '', path = ''] = ENTRY.exec(entry) ?? [];
    if (mode === SUBMODULE) return { files: new Map(), refusal: refusalOfSubmodule(resolve(cwd, path)) };
    if (path.endsWith('.yaml')) files.set(path.slice(prefix.length), id);
  }
  return { files };
}

function refusalOfSubmodule(folder: string): Refusal {
  const reason = `${folder} is a submodule, and the repository around it does not say what was committed there`;
  return { reason, fix: `check it out (\`git submodule update --init\`), and name it with --out ${folder}` };
}

function liesInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && liesInRepository(dirname(folder));
}

/** Whether HEAD is a branch without a commit, and not one whose commit is lost. */
function isUnborn(cwd: string): boolean {
  const branch = ask(cwd, 'symbolic-ref', '-q', 'HEAD');
  if (branch === undefined) return false;
  const known = ask(cwd, 'for-each-ref', '--format=%(refname)', branch);
  const file = ask(cwd, 'rev-parse', '--git-path', branch);
  if (known === undefined || file === undefined || known.split('\n').includes(branch)) return false;
  // A branch that a power cut emptied is not listed, and its file is there.
  return lstatSync(resolve(cwd, file), { throwIfNoEntry: false })?.isFile() !== true;
}

function ask(cwd: string, ...args: readonly string[]): string | undefined {
  return askGit(cwd, args).output?.toString('utf8').trimEnd();
}

/** A new repository holds no output; in an old one, HEAD may have been led to a branch that does not know of it. */
function heldElsewhere(cwd: string, prefix: string): Refusal | undefined {
  const search = ['--literal-pathspecs', 'rev-list', '--all', '--max-count=1', '--', prefix === '' ? '.' : prefix];
  const { output, refusal } = askGit(cwd, search);
  if (output === undefined) return refusalOf(refusal, cwd);
  if (output.length === 0) return undefined;
  const branch = ask(cwd, 'symbolic-ref', '-q', '--short', 'HEAD');
  const reason = `HEAD is the branch ${branch}, which has no commit, while another branch holds this output`;
  return { reason, fix: 'check out the branch that holds it' };
}

const OF_ANOTHER_USER = /dubious ownership in repository at '(.*)'/;

function refusalOf(text: string, cwd: string): Refusal {
  const [first = ''] = text.split('\n');
  const reason = `Git could not be asked what was committed (${first})`;
  const theirs = OF_ANOTHER_USER.exec(text)?.[1];
  const fix =
    theirs === undefined
      ? `make \`git status\` work in ${cwd}`
      : `run \`git config --global --add safe.directory ${theirs}\``;
  return { reason, fix };
}
