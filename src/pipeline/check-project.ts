import type { Verdict } from '../model/finding';
import { type EvaluateOptions, evaluate } from './evaluate';
import type { Roots } from './project';
import { questionsOf, type RefereeOptions, refereeVerdicts } from './referee';

export interface CheckProjectOptions extends EvaluateOptions {
  readonly referees: RefereeOptions;
}

/** All rules, and the outside judges, on what the apps render. */
export async function checkProject(roots: Roots, options: CheckProjectOptions): Promise<readonly Verdict[]> {
  const evaluation = await evaluate(roots, options);
  return [...evaluation.verdicts, ...(await refereeVerdicts(options.referees, questionsOf(evaluation)))];
}
