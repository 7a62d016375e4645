import {
  architectureOf,
  isAutoModeLabel,
  isSystemLabel,
  KARPENTER_AWS_LABELS,
  KARPENTER_LABELS,
  NODE_LABELS,
} from '../../knowledge/aws/node-labels';
import type { EksEnvironment, ManagedNodeGroup, NodeGroup } from '../environment';
import type { Requirement } from './node-selection';

/**
 * What nodes of one kind have under a label's key: one of these values, what a condition takes, nothing, anything, or what
 * the settings do not say, since a start script or a controller may add labels.
 */
export type Offer =
  | readonly string[]
  | { readonly takes: (value: string) => boolean }
  | 'nothing'
  | 'anything'
  | 'unknown';

type Places = ReadonlyMap<string, Offer>;

/** Zones of the subnets that the settings name. */
export function zonesOf({ network: { subnets } }: EksEnvironment): readonly string[] {
  return [...new Set([...subnets.private, ...subnets.public].map(({ availabilityZone }) => availabilityZone))];
}

/** Nodes stand in the region, in the zones of the subnets. */
export function placesOf(environment: EksEnvironment): Places {
  const zones = zonesOf(environment);
  return new Map<string, Offer>([
    [NODE_LABELS.region, [environment.region]],
    [NODE_LABELS.zone, zones.length === 0 ? 'anything' : zones],
  ]);
}

export function groupOffer(
  found: NodeGroup | ManagedNodeGroup,
  key: string,
  declared: ReadonlySet<string>,
  places: Places,
): Offer {
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
    case NODE_LABELS.computeType:
      return 'nothing';
  }
  // A label that the settings write for one group is left out of the others on purpose.
  const isOfKarpenter = [KARPENTER_LABELS, KARPENTER_AWS_LABELS].some((prefix) => key.startsWith(prefix));
  if (isOfKarpenter || isAutoModeLabel(key) || declared.has(key)) return 'nothing';
  return places.get(key) ?? (isSystemLabel(key) ? 'anything' : 'unknown');
}

/** What some pool of Karpenter could make. */
export function karpenterOffer(key: string, places: Places): Offer {
  return isAutoModeLabel(key) || key === NODE_LABELS.computeType ? 'nothing' : madeOffer(key, places);
}

/** What some pool of EKS Auto Mode could make. */
export function autoModeOffer(key: string, places: Places): Offer {
  if (key === NODE_LABELS.computeType) return ['auto'];
  return key.startsWith(KARPENTER_AWS_LABELS) ? 'nothing' : madeOffer(key, places);
}

function madeOffer(key: string, places: Places): Offer {
  const place = places.get(key);
  if (place !== undefined) return place;
  return key === NODE_LABELS.managedGroup || key === NODE_LABELS.managedCapacity ? 'nothing' : 'anything';
}

/** Whether nodes that offer this can be what is required. */
export function fits(offer: Offer, { operator, values }: Requirement): 'yes' | 'no' | 'unknown' {
  if (offer === 'anything') return 'yes';
  if (offer === 'unknown') return operator === 'NotIn' || operator === 'DoesNotExist' ? 'yes' : 'unknown';
  if (typeof offer === 'object' && 'takes' in offer) {
    if (operator === 'DoesNotExist') return 'no';
    return operator !== 'In' || values.some(offer.takes) ? 'yes' : 'no';
  }
  const offered = offer === 'nothing' ? [] : offer;
  const judge = JUDGES[operator];
  return judge === undefined || judge(offered, values) ? 'yes' : 'no';
}

const JUDGES: Readonly<Record<string, (offered: readonly string[], values: readonly string[]) => boolean>> = {
  In: (offered, values) => offered.some((one) => values.includes(one)),
  Exists: (offered) => offered.length > 0,
  NotIn: (offered, values) => offered.length === 0 || offered.some((one) => !values.includes(one)),
  DoesNotExist: (offered) => offered.length === 0,
  Gt: (offered, [bound]) => offered.some((one) => Number(one) > Number(bound)),
  Lt: (offered, [bound]) => offered.some((one) => Number(one) < Number(bound)),
};
