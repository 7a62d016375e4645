import { defined } from '../../model/defined';
import { compareVersions, type Rehearsal } from '../../model/rehearsal';
import { NO_REFEREES, type Roots } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import type { CheckProjectOptions } from './check-options';

/**
 * What an upgrade changes: the apps are rendered and judged as the other version and as each environment's own, since an
 * app may render something else for another version.
 */
export async function rehearse(
  roots: Roots,
  options: CheckProjectOptions & { readonly kubernetesVersion: string },
): Promise<Rehearsal> {
  const { jobs, referees = NO_REFEREES, sandbox, selection, stock } = options;
  const other = await surveyProject(roots, options, { referees });
  await other.end();
  const ofOwn = { selection, typeCheck: false, ...defined({ jobs, sandbox, stock }) };
  const own = await surveyProject(roots, ofOwn, { referees });
  await own.end();
  const raised = own.project.selected.map(({ name, kubernetesVersion }, index) => ({
    environment: name,
    own: kubernetesVersion,
    other: other.project.selected[index]?.kubernetesVersion ?? kubernetesVersion,
  }));
  return compareVersions(raised, verdictsOf(own), verdictsOf(other));
}

function verdictsOf({ results }: Awaited<ReturnType<typeof surveyProject>>) {
  return results.flatMap(({ verdicts }) => verdicts);
}
