import type { Verdict } from '../../model/finding';
import type { Roots } from '../survey/project';
import type { RefereeOptions } from '../survey/referee-names';
import { type RunOptions, surveyProject } from '../survey/survey-project';

export interface CheckProjectOptions extends RunOptions {
  readonly referees: RefereeOptions;
}

/** All rules, and the outside judges, on what the apps render. */
export async function checkProject(roots: Roots, options: CheckProjectOptions): Promise<readonly Verdict[]> {
  const { results, end } = await surveyProject(roots, options, { referees: options.referees });
  await end();
  return results.flatMap((result) => result.verdicts);
}
