import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ToolError } from '../model/errors';

export interface ExportedRevision {
  /** The output folder as it was, in a temporary place. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * The output folder of a Git revision, as files in a temporary folder.
 * @throws ToolError ARGUMENTS when Git does not know the revision
 */
export function exportRevision(root: string, outDir: string, revision: string): ExportedRevision {
  const prefix = relative(root, outDir).replaceAll('\\', '/');
  const listing = git(root, ['ls-tree', '-r', '-z', '--name-only', revision, '--', prefix]);
  if (listing === undefined) {
    throw new ToolError('ARGUMENTS', [
      { message: `Git knows no revision "${revision}" here.`, fix: 'name a branch, a tag or a commit.' },
    ]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-base-'));
  for (const path of listing.split('\0').filter((name) => name !== '')) {
    const target = join(folder, path.slice(prefix.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, git(root, ['show', `${revision}:./${path}`]) ?? '');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function git(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
  return status === 0 ? stdout : undefined;
}
