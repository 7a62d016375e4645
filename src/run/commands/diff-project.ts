import { exportRevision } from '../../load/revision';
import type { Change } from '../../model/change';
import type { Verdict } from '../../model/finding';
import type { Roots } from '../survey/project';
import { NO_REFEREES } from '../survey/referee-names';
import { type RunOptions, surveyProject } from '../survey/survey-project';

export interface DiffOptions extends RunOptions {
  /** A Git revision whose output is compared with; absent means the working tree. */
  readonly base?: string;
}

/** What a fresh render would change. */
export async function diffProject(
  roots: Roots,
  options: DiffOptions,
): Promise<{ readonly changes: readonly Change[]; readonly verdicts: readonly Verdict[] }> {
  const committed = options.base === undefined ? undefined : exportRevision(roots.out, options.base);
  try {
    const diff = committed?.folder ?? roots.out;
    const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, diff });
    await end();
    return {
      changes: results.flatMap((result) => result.changes),
      verdicts: results.flatMap((result) => result.verdicts),
    };
  } finally {
    committed?.remove();
  }
}
