import {
  architectureOf,
  isAutoModeLabel,
  isSystemLabel,
  KARPENTER_AWS_LABELS,
  KARPENTER_LABELS,
  NODE_LABELS,
} from '../../knowledge/aws/node-labels';
import type { Compute, EksEnvironment, ManagedNodeGroup, NodeGroup } from '../../model/environment';
import type { Requirement } from './node-selection';

/**
 * What nodes of one kind have under a label's key: one of these values, nothing, anything, or what the settings do not
 * say, since a start script or a controller may add labels.
 */
type Offer = readonly string[] | 'nothing' | 'anything' | 'unknown';

export type NodePool = (key: string) => Offer;

/** The nodes that an environment's settings name; none where they name only Fargate profiles, or nothing. */
export function nodePoolsOf(environment: EksEnvironment): readonly NodePool[] {
  const { compute } = environment;
  const places = placesOf(environment);
  const declared = new Set(groupsOf(compute).flatMap(({ labels }) => Object.keys(labels)));
  const pool =
    (own: (key: string) => Offer | undefined): NodePool =>
    (key) =>
      own(key) ?? places.get(key) ?? (isSystemLabel(key) ? 'anything' : 'unknown');
  const group =
    (found: NodeGroup | ManagedNodeGroup) =>
    (key: string): Offer | undefined =>
      found.labels[key] === undefined ? groupOffer(found, key, declared) : [found.labels[key]];
  return [
    ...compute.managedNodeGroups.map((one) => pool(group(one))),
    ...compute.selfManagedNodeGroups.map((one) => pool(group(one))),
    ...(compute.karpenter ? [pool(karpenterOffer)] : []),
    ...(compute.autoMode ? [pool(autoModeOffer)] : []),
  ];
}

function groupsOf({ managedNodeGroups, selfManagedNodeGroups }: Compute): readonly NodeGroup[] {
  return [...managedNodeGroups, ...selfManagedNodeGroups];
}

/** Zones of the subnets that the settings name. */
export function zonesOf({ network: { subnets } }: EksEnvironment): readonly string[] {
  return [...new Set([...subnets.private, ...subnets.public].map(({ availabilityZone }) => availabilityZone))];
}

/** Nodes stand in the region, in the zones of the subnets. */
function placesOf(environment: EksEnvironment): ReadonlyMap<string, Offer> {
  const { region } = environment;
  const zones = zonesOf(environment);
  return new Map<string, Offer>([
    [NODE_LABELS.region, [region]],
    [NODE_LABELS.zone, zones.length === 0 ? 'anything' : zones],
  ]);
}

function groupOffer(
  found: NodeGroup | ManagedNodeGroup,
  key: string,
  declared: ReadonlySet<string>,
): Offer | undefined {
  const { name, instanceTypes } = found;
  switch (key) {
    case NODE_LABELS.instanceType:
      return instanceTypes.length === 0 ? 'anything' : instanceTypes;
    case NODE_LABELS.architecture:
      return instanceTypes.length === 0 ? 'anything' : [...new Set(instanceTypes.map(architectureOf))];
    case NODE_LABELS.managedGroup:
      return 'capacityType' in found ? [name] : 'unknown';
    case NODE_LABELS.managedCapacity:
      return 'capacityType' in found ? [found.capacityType] : 'unknown';
  }
  // A label that the settings write for one group is left out of the others on purpose.
  const isOfKarpenter = [KARPENTER_LABELS, KARPENTER_AWS_LABELS].some((prefix) => key.startsWith(prefix));
  return isOfKarpenter || isAutoModeLabel(key) || declared.has(key) ? 'nothing' : undefined;
}

/** NodePools say what is made, and are not read here. */
function karpenterOffer(key: string): Offer | undefined {
  return isAutoModeLabel(key) ? 'nothing' : madeOffer(key);
}

function autoModeOffer(key: string): Offer | undefined {
  return key.startsWith(KARPENTER_AWS_LABELS) ? 'nothing' : madeOffer(key);
}

function madeOffer(key: string): Offer | undefined {
  if (key === NODE_LABELS.zone || key === NODE_LABELS.region) return undefined;
  return key === NODE_LABELS.managedGroup || key === NODE_LABELS.managedCapacity ? 'nothing' : 'anything';
}

/** Whether nodes that offer this can be what is required. */
export function fits(offer: Offer, { operator, values }: Requirement): 'yes' | 'no' | 'unknown' {
  if (offer === 'anything') return 'yes';
  if (offer === 'unknown') return operator === 'NotIn' || operator === 'DoesNotExist' ? 'yes' : 'unknown';
  const offered = offer === 'nothing' ? [] : offer;
  const judge = JUDGES[operator];
  return judge === undefined || judge(offered, values) ? 'yes' : 'no';
}

/** `Gt` and `Lt` are about numbers that nobody declares. */
const JUDGES: Readonly<Record<string, (offered: readonly string[], values: readonly string[]) => boolean>> = {
  In: (offered, values) => offered.some((one) => values.includes(one)),
  Exists: (offered) => offered.length > 0,
  NotIn: (offered, values) => offered.length === 0 || offered.some((one) => !values.includes(one)),
  DoesNotExist: (offered) => offered.length === 0,
};
