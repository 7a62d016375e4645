import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { readBlobs } from './blobs';
import { askGit, placeToAsk } from './git';

export interface ExportedRevision {
  /** The output folder as it was, in a temporary place. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * The output folder of a Git revision, as files in a temporary folder.
 * @throws ToolError ARGUMENTS when Git does not know the revision
 */
export function exportRevision(outDir: string, revision: string): ExportedRevision {
  const { cwd, prefix } = placeToAsk(outDir);
  const { output: listing } = askGit(cwd, ['ls-tree', '-r', '-z', revision, ...(prefix === '' ? [] : ['--', prefix])]);
  if (listing === undefined) {
    throw new ToolError('ARGUMENTS', [
      { message: `Git knows no revision "${revision}" here.`, fix: 'name a branch, a tag or a commit.' },
    ]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-base-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const entries = listing
      .toString('utf8')
      .split('\0')
      .filter((entry) => entry.includes(' blob '));
    for (let from = 0; from < entries.length; from += AT_ONCE)
      exportFiles(cwd, entries.slice(from, from + AT_ONCE).map(entryOf), folder, prefix);
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Files that one process of Git hands out, so that memory does not grow with the output. */
const AT_ONCE = 5000;

interface Entry {
  readonly id: string;
  readonly path: string;
}

/** `100644 blob 0d3d…\tdist/prod/shop/shop/deployment_web.yaml` */
function entryOf(text: string): Entry {
  const [meta = '', path = ''] = text.split('\t');
  return { id: meta.slice(meta.lastIndexOf(' ') + 1), path };
}

function exportFiles(cwd: string, entries: readonly Entry[], folder: string, prefix: string): void {
  const contents = readBlobs(
    cwd,
    entries.map(({ id }) => id),
  );
  if (typeof contents === 'string') throw new Error(`git cat-file failed: ${contents}`);
  for (const [index, { path }] of entries.entries()) {
    const bytes = contents[index];
    if (bytes === undefined) throw new Error(`git cat-file failed: ${path} is not in the repository.`);
    const target = join(folder, path.slice(prefix.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
