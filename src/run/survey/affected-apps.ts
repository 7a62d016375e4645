import { posix } from 'node:path';
import { byCodeUnit } from '../../model/order';
import type { Roots } from './run-options';

/** What a change makes necessary: some apps, or everything. */
export type Affected = readonly string[] | 'everything';

/**
 * Which apps files belong to. One that came and nobody knows may be an app, a file that an app had is missing to it,
 * and one that came and went again was a tool's own.
 * @param only the apps that were asked for; empty for all
 */
export function affectedBy(
  paths: readonly string[],
  inputs: ReadonlyMap<string, readonly string[]>,
  only: readonly string[],
  exists: (path: string) => boolean,
): Affected {
  const apps = new Set<string>();
  for (const path of paths) {
    const users = [...inputs].filter(([, files]) => files.includes(path)).map(([app]) => app);
    const [isKnown, isThere] = [users.length > 0, exists(path)];
    // Settings may go as well as come.
    if (isKnown !== isThere || (!isThere && path.startsWith('environments/'))) return 'everything';
    for (const app of users) if (only.length === 0 || only.includes(app)) apps.add(app);
  }
  return [...apps].sort(byCodeUnit);
}

export function together(one: Affected, other: Affected): Affected {
  if (one === 'everything' || other === 'everything') return 'everything';
  return [...new Set([...one, ...other])].sort(byCodeUnit);
}

/** What this tool writes itself, and what nobody renders from. */
export function isOutput(path: string, { project, out }: Roots): boolean {
  const output = posix.relative(project.replaceAll('\\', '/'), out.replaceAll('\\', '/'));
  const name = posix.basename(path);
  return (
    path === output ||
    path.startsWith(`${output}/`) ||
    path.split('/').includes('node_modules') ||
    OF_AN_EDITOR.test(name)
  );
}

/** What editors write while they save: hidden files, `a~`, `#a#`, Vim's `4913`, `a___jb_tmp___` of JetBrains, `a.tmp.12.34`. */
const OF_AN_EDITOR =
  /^(?:\..*|.*~|#.*#|\d{4,5}|.*___jb_(?:tmp|old)___|.*\.(?:tmp(?:[.-][\w.-]+)?|bak|orig|sw[a-p])|.*\.sb-[\w-]+|sed[A-Za-z0-9]{6})$/;
