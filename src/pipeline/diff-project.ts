import { exportRevision } from '../load/revision';
import type { Change } from '../model/change';
import type { Verdict } from '../model/finding';
import { compareWithCommitted } from './compare';
import { type EvaluateOptions, evaluate } from './evaluate';
import type { Roots } from './project';

export interface DiffOptions extends EvaluateOptions {
  /** A Git revision whose output is compared with; absent means the working tree. */
  readonly base?: string;
}

/** What a fresh render would change. */
export async function diffProject(
  roots: Roots,
  options: DiffOptions,
): Promise<{ readonly changes: readonly Change[]; readonly verdicts: readonly Verdict[] }> {
  const { project, rendered, verdicts } = await evaluate(roots, options);
  if (options.base === undefined) return { changes: compareWithCommitted(project, rendered, roots.out), verdicts };
  const committed = exportRevision(roots.project, roots.out, options.base);
  try {
    return { changes: compareWithCommitted(project, rendered, committed.folder), verdicts };
  } finally {
    committed.remove();
  }
}
