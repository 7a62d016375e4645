import type { Verdict } from '../model/finding';
import { besideTypeCheck } from './beside-type-check';
import type { EvaluateOptions } from './evaluate';
import { dataOf, loadProject, verifyWhereAsked } from './load-project';
import type { Roots } from './project';
import type { RefereeOptions } from './referee-names';

export interface CheckProjectOptions extends EvaluateOptions {
  readonly referees: RefereeOptions;
}

/** What renders is loaded while the apps are being bundled. */
const loadSurvey = () => import('./survey.js');

/** All rules, and the outside judges, on what the apps render. */
export async function checkProject(roots: Roots, options: CheckProjectOptions): Promise<readonly Verdict[]> {
  return besideTypeCheck(roots, options, async () => {
    const project = await loadProject(roots, options.selection, { ...options, meanwhile: loadSurvey });
    await verifyWhereAsked(project, options);
    const { survey } = await loadSurvey();
    const { results, end } = await survey(project, dataOf(project), { ...options, compare: false, keep: false });
    await end();
    return results.flatMap((result) => result.verdicts);
  });
}
