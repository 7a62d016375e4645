import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { readBlobs } from './blobs';
import { askGit, placeToAsk } from './git';
import {
  ASK_TOP,
  entriesOf,
  listOutput,
  type OutputInGit,
  outputInGit,
  type Refusal,
  refusalOfBlob,
  refusalOfGit,
  refusalOfSubmodule,
  submoduleAround,
  type TreeEntry,
} from './output-in-git';

export interface ExportedRevision {
  /** The output folder as it was, in a temporary place. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * The output folder of a Git revision, as files in a temporary folder.
 * @throws ToolError ARGUMENTS when Git does not know the revision, or does not hand it out
 */
export function exportRevision(outDir: string, revision: string): ExportedRevision {
  const output = placed(outDir);
  const { output: listing } = askGit(output.top, listOutput(revision, output.path));
  if (listing === undefined) throw unknownRevision(revision);
  const entries = entriesOf(listing);
  const submodule =
    entries.find((entry) => entry.isSubmodule) ??
    (entries.length === 0 ? submoduleAround(output, revision) : undefined);
  if (submodule !== undefined) throw refused(refusalOfSubmodule(output, submodule));
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-base-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (let from = 0; from < entries.length; from += AT_ONCE)
      exportFiles(output, entries.slice(from, from + AT_ONCE), folder);
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Files that one process of Git hands out, so that memory does not grow with the output. */
const AT_ONCE = 5000;

/** @throws ToolError ARGUMENTS where there is no repository, or one that tells nothing */
function placed(outDir: string): OutputInGit {
  const place = placeToAsk(outDir);
  const { output, refusal } = askGit(place.cwd, ASK_TOP);
  const found = output === undefined ? refusalOfGit(refusal, place.cwd) : outputInGit(output, place);
  if ('reason' in found) throw refused(found);
  return found;
}

function refused({ reason, fix }: Refusal): ToolError {
  return new ToolError('ARGUMENTS', [{ message: `--base: ${reason}.`, fix: `${fix}.` }]);
}

function unknownRevision(revision: string): ToolError {
  return new ToolError('ARGUMENTS', [
    { message: `Git knows no revision "${revision}" here.`, fix: 'name a branch, a tag or a commit.' },
  ]);
}

function exportFiles({ top, path: prefix }: OutputInGit, entries: readonly TreeEntry[], folder: string): void {
  const contents = readBlobs(
    top,
    entries.map(({ id }) => id),
  );
  if (typeof contents === 'string') throw refused(refusalOfGit(contents, top));
  for (const [index, { path }] of entries.entries()) {
    const bytes = contents[index];
    if (bytes === undefined) throw refused(refusalOfBlob(top, path));
    const target = join(folder, path.slice(prefix.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
