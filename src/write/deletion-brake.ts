import { appFolderOf, parseOutputPath, placeOf, steersArgocd } from '../knowledge/argocd/parse-output-path';
import { irreplaceableKind } from '../knowledge/irreplaceable/kinds';
import type { IrreplaceableKind } from '../knowledge/irreplaceable/row';
import { isFlux } from '../model/consumer';
import type { Problem } from '../model/errors';
import type { GitOps } from '../model/gitops';
import { isMeant } from '../model/irreplaceable';
import type { JsonValue } from '../model/json';
import { movedTo } from '../model/moved';
import { type Bulk, bulkProblems, moved } from './deletion-text';
import { successors, withoutHash } from './hashed-names';
import { isProject, lostProjects } from './lost-projects';
import { applicationsToRead, replacedApplications } from './replaced-applications';
import { stayingPaths } from './staying-paths';

/** Below this many, up to a half of an app's objects may go without a word; from there on, only up to the share. */
const FEWEST = 5;
const SHARE = 0.1;
const MOST = 0.5;

export interface Deletions {
  /** Paths of the output as Argo CD has it. */
  readonly before: readonly string[];
  /** Paths that are rendered now. */
  readonly after: readonly string[];
  /** What somebody decided to delete: `prod/shop`, or a path without `.yaml`. */
  readonly allowed: readonly string[];
  /** An environment's kinds that hold something beside those that are known, Argo CD's namespace, and who reads the output. */
  readonly gitopsIn?: (environment: string) => Partial<Pick<GitOps, 'protect' | 'namespace' | 'consumer'>> | undefined;
  /** Reads what was committed at some paths; undefined for what cannot be read. `@default` - nothing can */
  readonly committed?: (paths: readonly string[]) => (path: string) => JsonValue | undefined;
}

/**
 * What would be deleted and nobody said so: anything that holds data or owns an address, most of an app, more than a
 * tenth of one (at least five objects), the Applications of apps that stay, or a project in which others keep theirs. An object is what its identity says:
 * under another name or in another namespace it is another, whatever comes in its place. What was committed with
 * Prune=false stays. Only a ConfigMap that is named
 * after its content has successors. The first rendering has nothing before it.
 */
export function deletionProblems(deletions: Deletions): readonly Problem[] {
  const { before, after, allowed, gitopsIn = () => undefined, committed = () => () => undefined } = deletions;
  const same = new Set(after);
  const was = new Set(before);
  const protectedIn = (environment: string) => gitopsIn(environment)?.protect;
  const rowOf = (path: string) => {
    const { environment = '', kind = '' } = parseOutputPath(path) ?? {};
    return irreplaceableKind(kind, protectedIn(environment));
  };
  const isAllowed = (path: string) => allowed.some((id) => allows(id, path));
  const movedPath = movedTo(after);
  const isAsked = (path: string) =>
    withoutHash(path) !== undefined || rowOf(path)?.when !== undefined || movedPath(path) !== undefined;
  const gone = before.filter((path) => !same.has(path));
  const toRead = gone.filter((path) => isAsked(path) || isProject(path));
  const objectAt = committed([...applicationsToRead(before, same), ...toRead]);
  const argocdIn = (environment: string) => gitopsIn(environment)?.namespace;
  const problems: Problem[] = [
    ...replacedApplications({ before, after, objectAt, argocdIn, isAllowed }),
    ...lostProjects(gone, objectAt, isAllowed),
  ];
  const hasSuccessor = successors(
    after.filter((path) => !was.has(path)),
    objectAt,
  );
  // What steers Argo CD goes with its app, which is judged by its own objects. A kind that is protected has no successors.
  const lost = gone.filter((path) => !steersArgocd(path) && (rowOf(path) !== undefined || !hasSuccessor(path)));
  const judge = (paths: readonly string[]) =>
    lostObjects({ lost: paths, before, after, rowOf, movedPath, objectAt, isAllowed });
  const refused = judge(lost);
  if (refused.length === 0) return problems;
  const byArgocd = lost.filter((path) => !isFlux(gitopsIn(placeOf(path).environment)));
  const staying = stayingPaths(byArgocd, after, committed(byArgocd));
  problems.push(...(staying.size === 0 ? refused : judge(lost.filter((path) => !staying.has(path)))));
  return problems;
}

interface Lost extends Pick<Deletions, 'before' | 'after'> {
  readonly lost: readonly string[];
  readonly rowOf: (path: string) => IrreplaceableKind | undefined;
  readonly movedPath: ReturnType<typeof movedTo>;
  readonly objectAt: (path: string) => JsonValue | undefined;
  readonly isAllowed: (path: string) => boolean;
}

/** Too much of an app, and else what holds something, one by one. */
function lostObjects({ lost, before, after, rowOf, movedPath, objectAt, isAllowed }: Lost): readonly Problem[] {
  const removed = lost.filter((path) => !isAllowed(path));
  const was = new Set(before);
  const told = new Set<string>();
  const bulks: Bulk[] = [];
  const sizes = byApp(before);
  const left = new Set(after.map(appFolderOf));
  const lostOf = byApp(lost);
  for (const [app, paths] of byApp(removed)) {
    const all = sizes.get(app)?.length ?? 0;
    const whole = !left.has(app) || lostOf.get(app)?.length === all;
    if (!whole && paths.length <= all * (paths.length < FEWEST ? MOST : SHARE)) continue;
    told.add(app);
    const added = after.filter((path) => appFolderOf(path) === app && !was.has(path)).length;
    bulks.push({ app, paths, all, added });
  }
  const problems = [...bulkProblems(bulks, movedPath)];
  for (const path of removed) {
    const row = told.has(appFolderOf(path)) ? undefined : rowOf(path);
    if (row === undefined || !isMeant(row, objectAt(path))) continue;
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

function byApp(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const app = appFolderOf(path);
    const known = found.get(app);
    if (known === undefined) found.set(app, [path]);
    else known.push(path);
  }
  return found;
}
