import { kindInPath } from '../knowledge/argocd/output-paths';
import { appFolderOf, parseOutputPath, steersArgocd } from '../knowledge/argocd/parse-output-path';
import { irreplaceableKind } from '../knowledge/irreplaceable/kinds';
import type { Problem } from '../model/errors';
import { movedTo } from '../model/moved';

/** A ConfigMap or Secret can have the hash of its content behind its name. */
const HASHED_KINDS = ['ConfigMap', 'Secret'].map((kind) => kindInPath('', kind));
const HASHED_NAME = /^(.+)-[0-9a-f]{8,10}$/;
/** Below this many, an app's objects may go without a word; above it, only up to the share. */
const FEWEST = 5;
const SHARE = 0.1;

export interface Deletions {
  /** Paths of the output as Argo CD has it. */
  readonly before: readonly string[];
  /** Paths that are rendered now. */
  readonly after: readonly string[];
  /** What somebody decided to delete: `prod/shop`, or a path without `.yaml`. */
  readonly allowed: readonly string[];
  /** Kinds that an environment's settings add to those that hold something. */
  readonly protectedIn?: (environment: string) => readonly string[] | undefined;
}

/**
 * What would be deleted and nobody said so: anything that holds data, a whole app, or more than a tenth of an app
 * (at least five objects). A ConfigMap that differs in its content hash only does not count as a deletion.
 * The first rendering has nothing before it.
 */
export function deletionProblems({ before, after, allowed, protectedIn }: Deletions): readonly Problem[] {
  const same = new Set(after);
  const was = new Set(before);
  // What steers Argo CD goes with its app, which is judged by its own objects.
  const gone = before.filter((path) => !same.has(path) && !steersArgocd(path));
  if (gone.length === 0) return [];
  const replaced = replacements(after.filter((path) => !was.has(path)));
  const movedPath = movedTo(after);
  const isAllowed = (path: string) => allowed.some((id) => allows(id, path));
  const removed = gone.filter((path) => !replaced(path) && !isAllowed(path));
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const [app, paths] of byApp(removed)) {
    const all = before.filter((path) => appFolderOf(path) === app).length;
    const whole = !after.some((path) => appFolderOf(path) === app);
    if (whole || (paths.length >= FEWEST && paths.length > all * SHARE)) {
      told.add(app);
      problems.push(bulk(app, paths, all, whole, movedPath));
    }
  }
  for (const path of removed) {
    const { environment = '', kind = '' } = parseOutputPath(path) ?? {};
    const row = told.has(appFolderOf(path)) ? undefined : irreplaceableKind(kind, protectedIn?.(environment));
    // A path does not show what `when` asks of an object.
    if (row === undefined || row.when !== undefined) continue;
    problems.push({
      message: `${path} would be deleted from the cluster, and with it ${row.lost}.${moved(movedPath(path))}`,
      fix: `if that is meant: --allow-delete ${path.replace(/\.yaml$/, '')}`,
    });
  }
  return problems;
}

/** Whether what somebody wrote behind `--allow-delete` names a path: an app, or one file without `.yaml`. */
export function allows(id: string, path: string): boolean {
  return id.includes('/') && (path === `${id}.yaml` || (appFolderOf(path) === id && path.startsWith(`${id}/`)));
}

/** A ConfigMap whose content changed has a new name: each new one takes the place of one that is gone. */
function replacements(added: readonly string[]): (path: string) => boolean {
  const left = new Map<string, number>();
  for (const path of added) {
    const base = withoutHash(path);
    if (base !== undefined) left.set(base, (left.get(base) ?? 0) + 1);
  }
  return (path) => {
    const base = withoutHash(path) ?? '';
    const count = left.get(base) ?? 0;
    if (count > 0) left.set(base, count - 1);
    return count > 0;
  };
}

type MovedPath = ReturnType<typeof movedTo>;

function bulk(app: string, paths: readonly string[], all: number, whole: boolean, movedPath: MovedPath): Problem {
  const what = whole ? `all ${all} objects of ${app}` : `${paths.length} of the ${all} objects of ${app}`;
  const list = paths
    .slice(0, 5)
    .map((path) => `\n  ${path}`)
    .join('');
  const more = paths.length > 5 ? `\n  … and ${paths.length - 5} more` : '';
  return {
    message: `${what} would be deleted from the cluster:${list}${more}${movedTogether(paths, movedPath)}`,
    fix: `if that is meant: --allow-delete ${app}`,
  };
}

/** The same object in another app: Argo CD deletes it here and creates it there. */
function moved(to: string | undefined): string {
  return to === undefined ? '' : `\nIt is rendered as ${to} now: Argo CD would delete it and create it again.`;
}

/** An app that was renamed, or gave objects to another: each is told once, with the app it went to. */
function movedTogether(paths: readonly string[], movedPath: MovedPath): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const to = movedPath(path);
    if (to !== undefined) counts.set(appFolderOf(to), (counts.get(appFolderOf(to)) ?? 0) + 1);
  }
  return [...counts]
    .map(([app, count]) => {
      const which = count === paths.length ? 'All of them are' : `${count} of them are`;
      return `\n${which} rendered in ${app} now: Argo CD would delete them and create them again.`;
    })
    .join('');
}

function byApp(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) found.set(appFolderOf(path), [...(found.get(appFolderOf(path)) ?? []), path]);
  return found;
}

/** One text for all names of an object that differ in the hash of its content; undefined for any other object. */
function withoutHash(path: string): string | undefined {
  const parsed = parseOutputPath(path);
  if (parsed === undefined || !HASHED_KINDS.includes(parsed.kind)) return undefined;
  const base = HASHED_NAME.exec(parsed.name ?? '')?.[1];
  return base === undefined
    ? undefined
    : [parsed.environment, parsed.app, parsed.namespace, parsed.kind, base].join('/');
}
