import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type AskedPlace, askGit, type GitAnswer, placeToAsk, startAskingGit } from './git';
import {
  ASK_TOP,
  entriesOf,
  holderOfGit,
  listOutput,
  type OutputInGit,
  outputInGit,
  type Refusal,
  refusalOfGit,
  refusalOfSubmodule,
  submoduleAround,
} from './output-in-git';

/** What Git's HEAD holds of the output folder. */
export interface Head {
  /** The folder that Git is asked in. */
  readonly cwd: string;
  /**
   * Path relative to the output folder → id of its content; empty where there is no repository, no commit or no output
   * in it.
   */
  readonly files: ReadonlyMap<string, string>;
  /** The output folder's path in its repository, without a slash at the end; absent where there is no repository. */
  readonly folder?: string;
  /** Set where there is a repository, and it does not say what was committed. */
  readonly refusal?: Refusal;
}

/**
 * HEAD is what Argo CD has: files that were deleted by hand since then are deletions all the same. The repository is
 * the one the output folder lies in, which may be another than the project's; one that holds nothing of the output may
 * have been made inside of the one that does. Git looks while this thread renders.
 */
export async function readHead(outDir: string): Promise<Head> {
  return headAt(placeToAsk(outDir));
}

async function headAt(place: AskedPlace): Promise<Head> {
  const { cwd } = place;
  const nothing = { cwd, files: new Map() };
  const asked = await startAskingGit(cwd, ASK_TOP);
  if (asked.output === undefined) {
    const isInOne = [cwd, realpathSync(cwd)].some((folder) => holderOfGit(folder) !== undefined);
    return isInOne ? { ...nothing, refusal: refusalOfGit(asked.refusal, cwd) } : nothing;
  }
  const output = outputInGit(asked.output, place);
  if ('reason' in output) return { ...nothing, refusal: output };
  const listing = await startAskingGit(cwd, listOutput('HEAD', output.path));
  const folder = output.path.replace(/\/$/, '');
  const head = {
    cwd,
    folder,
    ...(listing.output === undefined ? unlisted(listing, output) : listed(listing.output, output)),
  };
  return head.files.size > 0 || head.refusal !== undefined ? head : outside(head, output, listing);
}

type Held = Pick<Head, 'files' | 'refusal'>;

function listed(listing: Buffer, output: OutputInGit): Held {
  const files = new Map<string, string>();
  const entries = entriesOf(listing);
  const submodule =
    entries.find((entry) => entry.isSubmodule) ?? (entries.length === 0 ? submoduleAround(output, 'HEAD') : undefined);
  if (submodule !== undefined) return { files, refusal: refusalOfSubmodule(output, submodule) };
  for (const { path, id } of entries) if (path.endsWith('.yaml')) files.set(path.slice(output.path.length), id);
  return { files };
}

/** HEAD names nothing that could be listed. */
function unlisted({ refusal }: GitAnswer, { top, path }: OutputInGit): Held {
  const files = new Map();
  const refused = isUnborn(top) ? heldElsewhere(top, path) : refusalOfGit(refusal, top);
  return refused === undefined ? { files } : { files, refusal: refused };
}

/** What a repository around the one that holds nothing says. It knows of a submodule, and not what that holds. */
async function outside(head: Head, { top, path }: OutputInGit, { output }: GitAnswer): Promise<Head> {
  const cwd = dirname(top);
  if (holderOfGit(cwd) === undefined) return head;
  const outer = await headAt({ cwd, prefix: `${basename(top)}/${path}` });
  const isCheckedOut = output !== undefined;
  return outer.files.size > 0 || (outer.refusal !== undefined && !isCheckedOut) ? outer : head;
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
function heldElsewhere(cwd: string, path: string): Refusal | undefined {
  const search = ['--literal-pathspecs', 'rev-list', '--all', '--max-count=1', '--', path === '' ? '.' : path];
  const { output, refusal } = askGit(cwd, search);
  if (output === undefined) return refusalOfGit(refusal, cwd);
  if (output.length === 0) return undefined;
  const branch = ask(cwd, 'symbolic-ref', '-q', '--short', 'HEAD');
  const reason = `HEAD is the branch ${branch}, which has no commit, while another branch holds this output`;
  return { reason, fix: 'check out the branch that holds it' };
}
