import { appFolder } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import type { Head, Refusal } from '../../load/head';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import { allows, deletionProblems } from '../../write/deletion-brake';
import type { Differences } from './environment-job';

export interface Intended {
  /** Paths that are rendered now. */
  readonly after: readonly string[];
  readonly differences: Differences;
  /** Paths this run owns. */
  readonly scope: readonly string[];
  /** What somebody decided to delete. */
  readonly allowed: readonly string[];
  readonly environments: readonly Environment[];
}

/**
 * The brake: with automatic pruning, a file that is missing is an order to delete. What Argo CD has is Git's HEAD; of
 * an environment that HEAD does not know, it is what lies on disk.
 * @returns what a person has to hear although nothing is refused
 * @throws ToolError DELETION
 */
export function refuseDeletions(
  head: Head,
  { after, differences, scope, allowed, environments }: Intended,
): readonly string[] {
  const { stale, missing } = differences;
  if (head.refusal !== undefined) requireBase(head.refusal, differences, allowed);
  const owned = new Set(scope);
  const inScope = (path: string) => {
    const { environment, app } = placeOf(path);
    return owned.has(path) || owned.has(`${environment}/`) || owned.has(`${appFolder(environment, app)}/`);
  };
  const committed = [...head.files.keys()].filter(inScope);
  const known = new Set(committed.map(environmentOf));
  const gone = [...committed, ...stale.filter((path) => !known.has(environmentOf(path)))];
  // Files that stay count towards the size of their app.
  const absent = new Set(missing);
  const before = [...new Set([...gone, ...after.filter((path) => !absent.has(path))])];
  const protectedIn = (name: string) => environments.find((one) => one.name === name)?.gitops?.protect;
  const problems = deletionProblems({ before, after, allowed, protectedIn });
  if (problems.length > 0) throw new ToolError('DELETION', problems);
  const idle = allowed.filter((id) => id !== NO_BASE && !before.some((path) => allows(id, path)));
  return idle.map(idleText);
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

function idleText(id: string): string {
  return `--allow-delete ${id}: there is nothing of that name; an app is prod/shop, a file its path in the output without .yaml.`;
}
