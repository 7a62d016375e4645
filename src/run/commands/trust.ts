import { loadIamRoles } from '../../load/iam-roles';
import type { PreflightRow } from '../../model/preflight';
import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import { checkTrust } from '../survey/trust-check';
import type { TrustEntry } from '../survey/trust-entries';

/** Renders, and compares roles as files tell of them with what the IAM team has to set up. */
export async function trustCheck(
  roots: Roots,
  selection: Selection,
  paths: readonly string[],
): Promise<readonly PreflightRow[]> {
  const roles = loadIamRoles(paths);
  return checkTrust(await trust(roots, selection), roles);
}

/** Renders, and lists what the IAM team has to set up. */
export async function trust(roots: Roots, selection: Selection): Promise<readonly TrustEntry[]> {
  const options = { selection, typeCheck: false };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, trust: true });
  await end();
  return results.flatMap((result) => result.trust);
}
