import type { Roots, Selection } from '../survey/project';
import { NO_REFEREES } from '../survey/referee-names';
import { surveyProject } from '../survey/survey-project';
import type { TrustEntry } from './trust';

/** Renders, and lists what the IAM team has to set up. */
export async function trustProject(roots: Roots, selection: Selection): Promise<readonly TrustEntry[]> {
  const options = { selection, typeCheck: false };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, trust: true });
  await end();
  return results.flatMap((result) => result.trust);
}
