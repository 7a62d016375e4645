import type { Problem } from '../model/errors';
import { movedTo } from '../model/moved';

/** What holds data, or takes others with it, by the start of its file's name. */
const PRECIOUS =
  /\/(namespace|persistentvolumeclaim|persistentvolume|customresourcedefinition|storageclass|statefulset)_[^/]+$/;
/** A ConfigMap or Secret with the hash of its content behind its name. */
const HASHED = /(\/(?:configmap|secret)_.+)-[0-9a-f]{8,10}\.yaml$/;
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
}

/**
 * What would be deleted and nobody said so: anything that holds data, a whole app, or more than a tenth of an app
 * (at least five objects). A ConfigMap whose name only has another content hash is no deletion.
 * The first rendering has nothing before it.
 */
export function deletionProblems({ before, after, allowed }: Deletions): readonly Problem[] {
  const same = new Set(after);
  const was = new Set(before);
  const gone = before.filter((path) => !same.has(path) && !isArgocd(path));
  if (gone.length === 0) return [];
  const replaced = replacements(after.filter((path) => !was.has(path)));
  const whither = movedTo(after);
  const isAllowed = (path: string) => allowed.some((id) => allows(id, path));
  const removed = gone.filter((path) => !replaced(path) && !isAllowed(path));
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const [app, paths] of byApp(removed)) {
    const all = before.filter((path) => appOf(path) === app).length;
    const whole = !after.some((path) => appOf(path) === app);
    if (whole || (paths.length >= FEWEST && paths.length > all * SHARE)) {
      told.add(app);
      problems.push(bulk(app, paths, all, whole, whither));
    }
  }
  for (const path of removed) {
    if (told.has(appOf(path)) || !PRECIOUS.test(path)) continue;
    problems.push({
      message: `${path} holds data or takes other objects with it, and would be deleted from the cluster.${moved(whither(path))}`,
      fix: `if that is meant: --allow-delete ${path.replace(/\.yaml$/, '')}`,
    });
  }
  return problems;
}

/** Whether what somebody wrote behind `--allow-delete` names a path: an app, or one file without `.yaml`. */
export function allows(id: string, path: string): boolean {
  return id.includes('/') && (path === `${id}.yaml` || (appOf(path) === id && path.startsWith(`${id}/`)));
}

/** A ConfigMap whose content changed has a new name: each new one takes the place of one that is gone. */
function replacements(added: readonly string[]): (path: string) => boolean {
  const left = new Map<string, number>();
  for (const path of added) if (HASHED.test(path)) left.set(withoutHash(path), (left.get(withoutHash(path)) ?? 0) + 1);
  return (path) => {
    const count = HASHED.test(path) ? (left.get(withoutHash(path)) ?? 0) : 0;
    if (count > 0) left.set(withoutHash(path), count - 1);
    return count > 0;
  };
}

type Whither = ReturnType<typeof movedTo>;

function bulk(app: string, paths: readonly string[], all: number, whole: boolean, whither: Whither): Problem {
  const what = whole ? `all ${all} objects of ${app}` : `${paths.length} of the ${all} objects of ${app}`;
  const list = paths
    .slice(0, 5)
    .map((path) => `\n  ${path}`)
    .join('');
  const more = paths.length > 5 ? `\n  … and ${paths.length - 5} more` : '';
  return {
    message: `${what} would be deleted from the cluster:${list}${more}${movedTogether(paths, whither)}`,
    fix: `if that is meant: --allow-delete ${app}`,
  };
}

/** The same object in another app: Argo CD deletes it here and creates it there. */
function moved(to: string | undefined): string {
  return to === undefined ? '' : `\nIt is rendered as ${to} now: Argo CD would delete it and create it again.`;
}

/** An app that was renamed, or gave objects to another: each is told once, with the app it went to. */
function movedTogether(paths: readonly string[], whither: Whither): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const to = whither(path);
    if (to !== undefined) counts.set(appOf(to), (counts.get(appOf(to)) ?? 0) + 1);
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
  for (const path of paths) found.set(appOf(path), [...(found.get(appOf(path)) ?? []), path]);
  return found;
}

/** `prod/shop/shop/service_web.yaml` → `prod/shop` */
function appOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function withoutHash(path: string): string {
  return path.replace(HASHED, '$1.yaml');
}

/** What steers Argo CD goes with its app, which is judged by its own objects. */
function isArgocd(path: string): boolean {
  return path.startsWith('_bootstrap/') || path.split('/')[1] === '_argocd';
}
