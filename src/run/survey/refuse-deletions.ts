import { appFolder } from '../../knowledge/argocd/output-paths';
import { appFolderOf, parseOutputPath, placeOf } from '../../knowledge/argocd/parse-output-path';
import type { Head } from '../../load/head';
import { readHeadObjects } from '../../load/head-objects';
import type { Refusal } from '../../load/output-in-git';
import { isFlux } from '../../model/consumer';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { JsonValue } from '../../model/json';
import { type MovedPath, movesOf } from '../../model/moved';
import { suggest } from '../../model/suggest';
import { allows, deletionProblems } from '../../write/deletion-brake';
import { releasedAddresses } from '../../write/released-addresses';
import { stayingPaths } from '../../write/staying-paths';
import type { Differences } from './environment-job';

export interface Intended {
  readonly outDir: string;
  /** Paths that are rendered now. */
  readonly after: readonly string[];
  readonly differences: Differences;
  /** Paths this run owns. */
  readonly scope: readonly string[];
  /** What somebody decided to delete. */
  readonly allowed: readonly string[];
  readonly environments: readonly Environment[];
  /** Paths of objects that own no address now, where others of their kind do. */
  readonly withoutAddress: readonly string[];
  /** Paths of objects whose changes are refused, and which somebody decided to replace. */
  readonly replaced: readonly string[];
  /** Applications of a base that sync what this run renders, and have another name than now. */
  readonly formerOf: (paths: readonly string[], read: ReadPaths) => readonly string[];
}

type ReadPaths = (paths: readonly string[]) => (path: string) => JsonValue | undefined;

/**
 * The brake: with automatic pruning, a file that is missing is an order to delete. What Argo CD has is Git's HEAD; of
 * an environment that HEAD does not know, it is what lies on disk.
 * @returns what a person has to hear although nothing is refused, and what moved to another app and stays
 * @throws ToolError DELETION
 */
export function refuseDeletions(
  head: Head,
  { outDir, after, differences, scope, allowed, environments, withoutAddress, replaced, formerOf }: Intended,
): { readonly notes: readonly string[]; readonly kept: readonly MovedPath[] } {
  const { stale, missing } = differences;
  if (head.refusal !== undefined) requireBase(head.refusal, differences, allowed);
  const owned = new Set(scope);
  const inScope = (path: string) => {
    const { environment, app } = placeOf(path);
    return owned.has(path) || owned.has(`${environment}/`) || owned.has(`${appFolder(environment, app)}/`);
  };
  let { refusal } = head;
  const read = (paths: readonly string[]) => {
    const { objectAt, refusal: refused } = readHeadObjects(head, outDir, paths);
    if (refused !== undefined) requireBase(refused, differences, allowed);
    refusal ??= refused;
    return objectAt;
  };
  const all = [...head.files.keys()];
  const former = new Set(formerOf(all, read));
  const committed = all.filter((path) => inScope(path) || former.has(path));
  const known = new Set(committed.map(environmentOf));
  const gone = [...committed, ...stale.filter((path) => !known.has(environmentOf(path)))];
  // Files that stay count towards the size of their app.
  const absent = new Set(missing);
  const before = [...new Set([...gone, ...after.filter((path) => !absent.has(path))])];
  const gitopsIn = (name: string) => environments.find((one) => one.name === name)?.gitops;
  const changed = new Set(differences.changed);
  const released = withoutAddress.filter((path) => changed.has(path));
  const refusedWith = (ids: readonly string[]) => [
    ...deletionProblems({ before, after, allowed: ids, gitopsIn, committed: read }),
    ...releasedAddresses(released, ids, read),
  ];
  const problems = refusedWith(allowed);
  if (problems.length > 0) throw new ToolError('DELETION', problems);
  const isIdle = (id: string) =>
    id === NO_BASE ? refusal === undefined : refusedWith(allowed.filter((one) => one !== id)).length === 0;
  const rendered = new Set(after);
  const going = gone.filter((path) => !rendered.has(path));
  const isByArgocd = (path: string) => !isFlux(gitopsIn(environmentOf(path)));
  const isUsed = (id: string) => [...going, ...replaced].some((path) => allows(id, path));
  const unused = allowed.filter((id) => !isUsed(id) && isIdle(id));
  return { notes: unused.map((id) => idleText(id, before)), kept: keptMoves(going.filter(isByArgocd), after, read) };
}

function keptMoves(going: readonly string[], after: readonly string[], read: ReadPaths): readonly MovedPath[] {
  const moves = movesOf(going, after);
  if (moves.length === 0) return [];
  const asked = going.filter(
    (path) => parseOutputPath(path)?.kind === 'namespace' || moves.some(({ from }) => from === path),
  );
  const staying = stayingPaths(asked, after, read(asked));
  return moves.filter(({ from }) => staying.has(from));
}

/** What `--allow-delete` takes for a run that has nothing to compare with: what lies on the disk is still compared. */
const NO_BASE = 'no-base';

/** Fails closed: what was deleted by hand, with the commit that knew of it, is on the cluster still. */
function requireBase({ reason, fix }: Refusal, differences: Differences, allowed: readonly string[]): void {
  const { missing, changed, stale } = differences;
  if (missing.length + changed.length + stale.length === 0 || allowed.includes(NO_BASE)) return;
  const message = `${reason}, so this run cannot tell what it would delete from the cluster; nothing was written.`;
  throw new ToolError('DELETION', [
    { message, fix: `${fix}; where all that is deleted is meant: --allow-delete ${NO_BASE}` },
  ]);
}

function environmentOf(path: string): string {
  return placeOf(path).environment;
}

/** Of an id that allowed nothing: it is a slip, or it was left from an earlier run and would allow the next one. */
function idleText(id: string, before: readonly string[]): string {
  if (id === NO_BASE) return `--allow-delete ${id}: Git says what was committed, so it allows nothing; leave it out.`;
  if (before.some((path) => allows(id, path)))
    return `--allow-delete ${id}: nothing of it would be deleted; leave it out.`;
  const nearest = suggest(id, [...new Set(before.flatMap((path) => [appFolderOf(path), path.replace(/\.yaml$/, '')]))]);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `--allow-delete ${id}: there is nothing of that name; an app is prod/shop, a file its path in the output without .yaml.${hint}`;
}
