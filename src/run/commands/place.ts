import { PLACEMENT_RULES } from '../../checks/placement-rules';
import { loadEnvironments } from '../../load/settings/environments';
import { ToolError } from '../../model/errors';
import type { Finding } from '../../model/finding';
import { type PriceDate, priceDates } from '../../model/placement/price-dates';
import type { PlacementReport } from '../survey/placements';
import { selectEnvironments } from '../survey/project';
import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

/** Where the Pods of one environment run. */
export interface Placed extends PlacementReport {
  readonly environment: string;
  readonly clusterName: string;
  readonly region: string;
  /** How old the prices are. */
  readonly prices: readonly PriceDate[];
  /** What the rules say of Pods that find no place. */
  readonly findings: readonly Finding[];
}

/** Renders, and says for each workload which pool takes it. @throws ToolError ARGUMENTS where no environment is on EKS */
export async function place(roots: Roots, selection: Selection, now: Date = new Date()): Promise<readonly Placed[]> {
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
  const { results, end } = await surveyProject(roots, options, {
    referees: NO_REFEREES,
    placements: now.toISOString().slice(0, 10),
  });
  await end();
  return onEks.map((environment) => {
    const { name, clusterName, region } = environment;
    const { placements = { placements: [] }, verdicts = [] } = results.find((one) => one.environment === name) ?? {};
    const findings = verdicts.flatMap((verdict) => verdict.findings).filter(({ rule }) => PLACEMENT_RULES.has(rule));
    return { environment: name, clusterName, region, prices: priceDates(environment), ...placements, findings };
  });
}
