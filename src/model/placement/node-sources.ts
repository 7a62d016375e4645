import { ownOf } from '../../grammar/own';
import { isSystemLabel, NODE_LABELS } from '../../knowledge/aws/node-labels';
import { TAINT_EFFECTS } from '../../knowledge/aws/taint-effects';
import { BUILT_IN_POOLS, NODE_POOL, type NodeMaker } from '../../knowledge/karpenter/kinds';
import { isWellKnown } from '../../knowledge/karpenter/own-labels';
import { REQUIREMENT_LABELS } from '../../knowledge/karpenter/requirements';
import type { EksEnvironment, ManagedNodeGroup, NodeGroup } from '../environment';
import type { ObjectLookup } from '../object-lookup';
import { autoModeOffer, groupOffer, karpenterOffer, type Offer, placesOf } from './node-offers';
import type { NodeSource } from './node-source';
import { builtInPool, poolSource } from './pool-source';

const FOUND = new WeakMap<ObjectLookup, readonly NodeSource[]>();

/** Found once for all Pods of an environment. */
export function nodeSourcesOf(environment: EksEnvironment, index: ObjectLookup): readonly NodeSource[] {
  const known = FOUND.get(index) ?? allSources(environment, index);
  FOUND.set(index, known);
  return known;
}

/**
 * The nodes that an environment's settings name, and those that NodePools make; none where there are only Fargate
 * profiles, or nothing. Where pools are rendered or declared, they are all there are.
 */
function allSources(environment: EksEnvironment, index: ObjectLookup): readonly NodeSource[] {
  const { compute } = environment;
  const places = placesOf(environment);
  const groups: readonly (NodeGroup | ManagedNodeGroup)[] = [
    ...compute.managedNodeGroups,
    ...compute.selfManagedNodeGroups,
  ];
  const declared = new Set(groups.flatMap(({ labels }) => Object.keys(labels)));
  const ofGroups = groups.map((group): NodeSource => {
    const own = (key: string) => ownOf(group.labels, key);
    const offer = (key: string) => {
      const label = own(key);
      return label === undefined ? groupOffer(group, key, declared, places) : [label];
    };
    const by = 'capacityType' in group ? 'managed' : 'selfManaged';
    return {
      name: `node group ${group.name}`,
      offer,
      taints: taintsOfGroup(group, environment),
      made: { by, group: withReadTypes(group, environment) },
    };
  });
  return [...ofGroups, ...madeSources(environment, index, places)];
}

/** Nodes that Karpenter or EKS Auto Mode makes. */
function madeSources(
  environment: EksEnvironment,
  index: ObjectLookup,
  places: ReadonlyMap<string, Offer>,
): readonly NodeSource[] {
  const { karpenter, autoMode, autoModePools } = environment.compute;
  if (!karpenter && !autoMode) return [];
  const rendered = index.ofKind(NODE_POOL.group, NODE_POOL.kind).map(({ value }) => poolSource(value, places));
  const declared = environment.external.filter(
    ({ group, kind }) => group === NODE_POOL.group && kind === NODE_POOL.kind,
  );
  const isOn = ({ name }: (typeof BUILT_IN_POOLS)[number]) => autoModePools?.includes(name) ?? true;
  const builtIn = autoMode ? BUILT_IN_POOLS.filter(isOn).map((pool) => builtInPool(pool, places)) : [];
  const known = [...rendered, ...declared.map(({ name }) => declaredPool(name, environment, places))];
  const guesses =
    known.length > 0
      ? []
      : [...(karpenter ? [guess('karpenter', places)] : []), ...(autoMode ? [guess('autoMode', places)] : [])];
  return [...known, ...builtIn, ...guesses];
}

/** A pool that exists without being rendered: only its name is known, and it is trusted. */
function declaredPool(name: string, { compute }: EksEnvironment, places: ReadonlyMap<string, Offer>): NodeSource {
  const by = compute.karpenter ? 'karpenter' : 'autoMode';
  const offer = (key: string) => (key === NODE_LABELS.pool ? [name] : OFFERS[by](key, places));
  return { name: `NodePool ${name}`, offer, taints: [], made: { by, weight: 0, isOpen: true } };
}

/** A pool that nobody has declared: it may be there or not. */
function guess(by: NodeMaker, places: ReadonlyMap<string, Offer>): NodeSource {
  const offer = (key: string) => {
    const found = OFFERS[by](key, places);
    return found === 'anything' && isUpToPools(key) ? 'unknown' : found;
  };
  return { name: 'a NodePool', offer, taints: [], made: { by, weight: 0, isOpen: true }, isGuess: true };
}

const OFFERS = { karpenter: karpenterOffer, autoMode: autoModeOffer } as const;

/** Whether pools decide about a label: it is one of their requirements, or one of your own. */
function isUpToPools(key: string): boolean {
  if (key === REQUIREMENT_LABELS.os.karpenter) return false;
  const isKnown = isWellKnown(key, 'karpenter') || isWellKnown(key, 'autoMode');
  return isKnown || key === NODE_LABELS.pool || !isSystemLabel(key);
}

const EFFECTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TAINT_EFFECTS).map(([ours, ofEks]) => [ofEks, ours]),
);

/** Where a launch template says the types, only the last reading of the cluster may have them. */
function withReadTypes<Group extends NodeGroup>(group: Group, { facts }: EksEnvironment): Group {
  if (group.instanceTypes.length > 0) return group;
  const instanceTypes = facts?.nodeGroups?.find(({ name }) => name === group.name)?.instanceTypes ?? [];
  return { ...group, instanceTypes };
}

/** As the settings have them, or else the last reading of the cluster. */
function taintsOfGroup({ name, taints = [] }: NodeGroup, { facts }: EksEnvironment): NodeSource['taints'] {
  if (taints.length > 0) return taints.map(({ key, value = '', effect }) => ({ key, value, effect }));
  const found = facts?.nodeGroups?.find((group) => group.name === name)?.taints ?? [];
  return found.map(({ key, value = '', effect }) => ({ key, value, effect: EFFECTS[effect] ?? effect }));
}
