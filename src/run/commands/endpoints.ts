import type { EndpointEntry } from '../survey/endpoints';
import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

/** Renders, and lists the VPC endpoints that the network team has to make. */
export async function endpoints(roots: Roots, selection: Selection): Promise<readonly EndpointEntry[]> {
  const options = { selection, typeCheck: false };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, endpoints: true });
  await end();
  return results.flatMap((result) => result.endpoints);
}
