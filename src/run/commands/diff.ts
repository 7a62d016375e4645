import { exportRevision } from '../../load/revision';
import type { Change } from '../../model/change';
import type { Verdict } from '../../model/finding';
import type { Pin } from '../../model/pin';
import type { PlacementChange } from '../../model/placement/placement-change';
import { requireUsableFolder } from '../../write/output-folder';
import { type ClusterAccess, NO_REFEREES, type Roots, type RunOptions } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

export interface DiffOptions extends RunOptions {
  /** A Git revision whose output is compared with; absent means the working tree. */
  readonly base?: string;
  /** The cluster of an environment, which is compared with in place of what is committed. */
  readonly live?: ClusterAccess;
}

export interface DiffResult {
  readonly changes: readonly Change[];
  /** Workloads that run elsewhere, in another size, or at another price. */
  readonly moved: readonly PlacementChange[];
  readonly verdicts: readonly Verdict[];
  /** Environments that were rendered from an older revision. */
  readonly pins: readonly Pin[];
}

/** What a fresh render would change. */
export async function diff(roots: Roots, options: DiffOptions): Promise<DiffResult> {
  if (options.base === undefined) requireUsableFolder(roots.out, roots.project);
  const committed = options.base === undefined ? undefined : exportRevision(roots.out, options.base);
  try {
    const folder = committed?.folder ?? roots.out;
    const wanted = options.live === undefined ? { diff: folder } : { live: options.live };
    const { results, end, pins } = await surveyProject(roots, options, { referees: NO_REFEREES, ...wanted });
    await end();
    return {
      pins,
      changes: results.flatMap((result) => result.changes),
      moved: results.flatMap((result) => result.moved),
      verdicts: results.flatMap((result) => result.verdicts),
    };
  } finally {
    committed?.remove();
  }
}
