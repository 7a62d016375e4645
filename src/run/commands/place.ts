import { PLACEMENT_RULES } from '../../checks/placement-rules';
import { loadEnvironments } from '../../load/settings/environments';
import { ToolError } from '../../model/errors';
import type { Finding } from '../../model/finding';
import type { Placement } from '../../model/placement/placement';
import { selectEnvironments } from '../survey/project';
import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

/** Where the Pods of one environment run. */
export interface Placed {
  readonly environment: string;
  readonly clusterName: string;
  readonly region: string;
  readonly placements: readonly Placement[];
  /** What the rules say of Pods that find no place. */
  readonly findings: readonly Finding[];
}

/** Renders, and says for each workload which pool takes it. @throws ToolError ARGUMENTS where no environment is on EKS */
export async function place(roots: Roots, selection: Selection): Promise<readonly Placed[]> {
  const { environments, tiers } = selection;
  const selected = selectEnvironments(loadEnvironments(roots.project), { environments, tiers, apps: [] });
  const onEks = selected.flatMap((one) => (one.platform === 'eks' ? [one] : []));
  if (onEks.length === 0) {
    const message = 'no environment of the selection is on Amazon EKS, and of others nobody knows the nodes.';
    throw new ToolError('ARGUMENTS', [{ message, fix: 'name an environment with platform: eks.' }]);
  }
  const options = {
    selection: { ...selection, environments: onEks.map(({ name }) => name), tiers: [] },
    typeCheck: false,
  };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, placements: true });
  await end();
  return onEks.map(({ name, clusterName, region }) => {
    const { placements = [], verdicts = [] } = results.find(({ environment }) => environment === name) ?? {};
    const findings = verdicts.flatMap((verdict) => verdict.findings).filter(({ rule }) => PLACEMENT_RULES.has(rule));
    return { environment: name, clusterName, region, placements, findings };
  });
}
