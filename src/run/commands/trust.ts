import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import type { TrustEntry } from '../survey/trust-entries';

/** Renders, and lists what the IAM team has to set up. */
export async function trust(roots: Roots, selection: Selection): Promise<readonly TrustEntry[]> {
  const options = { selection, typeCheck: false };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, trust: true });
  await end();
  return results.flatMap((result) => result.trust);
}
