import { appFolder } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import type { Head } from '../../load/head';
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
}

/**
 * The brake: with automatic pruning, a file that is missing is an order to delete. What Argo CD has is Git's HEAD; of
 * an environment that HEAD does not know, it is what lies on disk.
 * @returns what a person has to hear although nothing is refused
 * @throws ToolError DELETION
 */
export function refuseDeletions(head: Head, { after, differences, scope, allowed }: Intended): readonly string[] {
  const { stale, missing } = differences;
  const owned = new Set(scope);
  const inScope = (path: string) => {
    const { environment, app } = placeOf(path);
    return owned.has(path) || owned.has(`${environment}/`) || owned.has(`${appFolder(environment, app)}/`);
  };
  const committed = head.paths.filter(inScope);
  const known = new Set(committed.map(environmentOf));
  const gone = [...committed, ...stale.filter((path) => !known.has(environmentOf(path)))];
  // Files that stay count towards the size of their app.
  const absent = new Set(missing);
  const before = [...new Set([...gone, ...after.filter((path) => !absent.has(path))])];
  const problems = deletionProblems({ before, after, allowed });
  if (problems.length > 0) throw new ToolError('DELETION', problems);
  const idle = allowed.filter((id) => !before.some((path) => allows(id, path)));
  return [...idle.map(idleText), ...(head.refusal === undefined ? [] : [refusalText(head.refusal)])];
}

function environmentOf(path: string): string {
  return placeOf(path).environment;
}

function idleText(id: string): string {
  return `--allow-delete ${id}: there is nothing of that name; an app is prod/shop, a file its path in the output without .yaml.`;
}

function refusalText(refusal: string): string {
  return `Git could not be asked what was committed (${refusal.split('\n')[0]}), so what was deleted by hand since then was not looked at. Make \`git status\` work in the output folder.`;
}
