import { askGit } from '../../load/git';
import {
  type Begun,
  begunIn,
  hasRevision,
  pathFromTop,
  toldByGit,
  topOfWorkTree,
  unmergedIn,
} from '../../load/merge-state';
import { type Problem, ToolError } from '../../model/errors';
import { byCodeUnit } from '../../model/order';
import { takeSide } from '../merge/take-side';
import type { Roots } from '../survey/run-options';
import { type SynthOptions, type SynthResult, synth } from './synth';

export interface MergeResult {
  /** What was under way; absent where the merge was a step forward along one line, or there was nothing to merge. */
  readonly begun?: Begun;
  /** Rendered files that were in conflict, from the top of the work tree. */
  readonly conflicts: readonly string[];
  /** Absent where nothing had to be joined, so that `dist/` is that of a commit. */
  readonly rendered?: SynthResult;
  /** A merge ends with its commit; others go on with Git. */
  readonly committed: boolean;
}

/** Keeps our side of a rendered file whole, and leaves the conflict to this command. */
const DRIVER = 'merge.cdk8s-eks.driver=false';
const MOST_NAMED = 10;

/**
 * Merges a revision, or finishes what Git has begun: rendered files in conflict take either side, and all of them are rendered
 * from the joined sources.
 * @param revision absent: what is under way
 * @throws ToolError ARGUMENTS where the sources themselves are in conflict, or Git refuses; as `synth` does
 */
export async function merge(roots: Roots, revision: string | undefined, options: SynthOptions): Promise<MergeResult> {
  const top = topOfWorkTree(roots.project);
  if (revision !== undefined) begin(top, revision);
  const begun = begunIn(top);
  if (begun === undefined) {
    if (revision !== undefined) return { conflicts: [], committed: false };
    const message = 'no merge, rebase, cherry-pick or revert is under way.';
    throw new ToolError('ARGUMENTS', [{ message, fix: 'name what is merged: cdk8s-eks merge origin/main.' }]);
  }
  const out = pathFromTop(top, roots.out);
  const unmerged = unmergedIn(top);
  const isOutput = ({ path }: { readonly path: string }) => path.startsWith(`${out}/`);
  const others = unmerged.filter((one) => !isOutput(one)).map(({ path }) => path);
  if (others.length > 0) throw new ToolError('ARGUMENTS', [inConflict(others)]);
  takeSide(top, unmerged);
  const rendered = await synth(roots, options);
  const conflicts = unmerged.map(({ path }) => path).sort(byCodeUnit);
  if (rendered.failed) return { begun, conflicts, rendered, committed: false };
  toldByGit(top, ['add', '--all', '--', out]);
  if (begun === 'merge') toldByGit(top, ['commit', '--quiet', '--no-edit']);
  return { begun, conflicts, rendered, committed: begun === 'merge' };
}

/** Begins a merge, and lets it stop before its commit. @throws ToolError ARGUMENTS where Git refuses to begin */
function begin(top: string, revision: string): void {
  const problems: Problem[] = [];
  const under = begunIn(top);
  if (under !== undefined)
    problems.push({
      message: `a ${under} is under way.`,
      fix: 'finish it first: cdk8s-eks merge, without a revision.',
    });
  else if (toldByGit(top, ['status', '--porcelain', '--untracked-files=no']) !== '')
    problems.push({
      message: 'files of the work tree differ from what is committed, and would become part of the merge.',
      fix: 'commit them, or put them away with `git stash`.',
    });
  if (!hasRevision(top, revision))
    problems.push({ message: `Git knows no revision "${revision}".`, fix: 'fetch it, or name one that is there.' });
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  const { output, refusal } = askGit(top, ['-c', DRIVER, 'merge', '--quiet', '--no-commit', revision]);
  if (output !== undefined || begunIn(top) === 'merge') return;
  throw new ToolError('ARGUMENTS', [{ message: `Git did not begin to merge ${revision}: ${refusal}.` }]);
}

function inConflict(paths: readonly string[]): Problem {
  const named = [...paths].sort(byCodeUnit).slice(0, MOST_NAMED);
  const more = paths.length > named.length ? ` and ${paths.length - named.length} more` : '';
  return {
    message: `both sides changed ${named.join(', ')}${more}: what has to be rendered is not decided.`,
    fix: 'join the two by hand, `git add` them, and run `cdk8s-eks merge` without a revision.',
  };
}
