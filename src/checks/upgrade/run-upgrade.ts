import type { Facts, Reading } from '../../model/facts';
import type { UpgradeEntry } from '../../model/upgrade/report';
import { addOns } from './add-ons';
import { autoModeNodes, controlPlane, fargatePods } from './control-plane';
import { controllerVersions } from './controller-versions';
import { insights } from './insights';
import { newerVersions } from './newer-versions';
import { nodeClasses } from './node-classes';
import { nodeGroups, selfManagedNodes } from './node-groups';
import { nodePools } from './node-pools';
import { support } from './support';
import { firstStep, type UpgradeCheck, type UpgradeInput } from './upgrade-check';
import { versionChanges } from './version-changes';

/** What is asked about the whole way. */
export const UPGRADE_CHECKS: readonly UpgradeCheck[] = [
  addOns,
  controllerVersions,
  controlPlane,
  nodeGroups,
  selfManagedNodes,
  nodeClasses,
  nodePools,
  autoModeNodes,
  fargatePods,
  support,
  insights,
];

/** What a step changes by the tables, and at the last step all that is asked of the whole way. Pure. */
export function upgradeEntries(input: UpgradeInput): readonly UpgradeEntry[] {
  const ofStep = [...newerVersions(input), ...versionChanges(input)];
  if (input.step !== input.path.to) return ofStep;
  const { environment } = input;
  const { facts } = environment;
  const ofWay = UPGRADE_CHECKS.flatMap(({ section, needs, judge }) => {
    const lacking = needs !== undefined && facts?.[needs] === undefined ? [lack(needs, facts, input)] : [];
    const where =
      facts === undefined || needs === undefined ? {} : { where: `environments/${environment.name}/facts.json` };
    return [...lacking, ...judge(input, facts).map((told) => ({ ...where, ...told }))].map((told) => ({
      section,
      ...told,
    }));
  });
  return [...ofStep, ...ofWay];
}

const PARTS: Readonly<Partial<Record<Reading, string>>> = {
  addOns: 'the add-ons',
  nodeGroups: 'the node groups',
  insights: 'the insights',
  updates: 'updates in progress',
};

function lack(reading: Reading, facts: Facts | undefined, { environment, path }: UpgradeInput) {
  const { name } = environment;
  const refused = facts?.unread?.find((one) => one.reading === reading);
  const why =
    facts === undefined
      ? 'the cluster was never read: there is no facts.json.'
      : `facts.json does not hold ${reading}${refused === undefined ? '' : `: eks:${refused.action} was not allowed`}.`;
  const first =
    refused === undefined ? '' : `give the credentials the policy that \`cdk8s-eks facts policy ${name}\` prints, and `;
  return {
    step: firstStep(path),
    severity: 'unknown' as const,
    subject: PARTS[reading] ?? reading,
    message: why,
    fix: `${first}run \`cdk8s-eks facts refresh ${name}\`.`,
  };
}
