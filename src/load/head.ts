import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';

/**
 * Paths of the output folder in Git's HEAD, relative to it; undefined where there is no Git, no HEAD or no output in it.
 * HEAD is what Argo CD has: files that were deleted by hand since then are deletions all the same.
 */
export function headPaths(root: string, outDir: string): readonly string[] | undefined {
  const prefix = relative(root, outDir).replaceAll('\\', '/');
  if (prefix.startsWith('..') || prefix === '') return undefined;
  const ran = spawnSync('git', ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', `${prefix}/`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (ran.status !== 0) return undefined;
  const paths = ran.stdout.split('\0').filter((path) => path.endsWith('.yaml'));
  return paths.length === 0 ? undefined : paths.map((path) => path.slice(prefix.length + 1));
}
