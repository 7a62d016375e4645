import { ownOf } from '../../grammar/own';
import { isSystemLabel, KARPENTER_AWS_LABELS, NODE_LABELS } from '../../knowledge/aws/node-labels';
import { type BUILT_IN_POOLS, NODE_CLASSES, NODE_POOL } from '../../knowledge/karpenter/kinds';
import { isWellKnown } from '../../knowledge/karpenter/own-labels';
import { at, numberAt, textAt } from '../json';
import {
  makerOfPool,
  POOL_TEMPLATE,
  type PoolRequirement,
  poolLabelsOf,
  requirementsOf,
  taintsOf,
} from '../karpenter/node-pool-parts';
import { autoModeOffer, karpenterOffer, type Offer } from './node-offers';
import type { NodeSource } from './node-source';

type Places = ReadonlyMap<string, Offer>;

/**
 * Nodes that a NodePool makes. A label of one's own is there only where the pool has it; one that the maker knows can be
 * anything that its requirements leave.
 * @see https://karpenter.sh/v1.14/concepts/scheduling/
 */
export function poolSource(pool: unknown, places: Places): NodeSource {
  const maker = makerOfPool(pool);
  const name = textAt(pool, 'metadata', 'name') ?? '';
  const labels = poolLabelsOf(pool);
  const requirements = requirementsOf(pool);
  const className = textAt(pool, ...POOL_TEMPLATE, 'nodeClassRef', 'name') ?? '';
  const own = new Map<string, Offer>([
    [NODE_LABELS.pool, [name]],
    [CLASS_LABELS[maker], [className]],
    ...Object.entries(labels).map(([key, value]) => [key, [value]] as const),
  ]);
  const mayMake = maker === 'autoMode' ? autoModeOffer : karpenterOffer;
  const offer = (key: string): Offer => {
    const asked = requirements.filter((one) => one.key === key);
    const fixed = own.get(key) ?? (asked.length > 0 ? askedOffer(asked) : undefined);
    if (fixed !== undefined) return fixed;
    return isWellKnown(key, maker) || isSystemLabel(key) ? mayMake(key, places) : 'nothing';
  };
  const taints = taintsOf(pool, 'taints').filter(({ effect }) => effect !== 'PreferNoSchedule');
  const weight = numberAt(pool, 'spec', 'weight') ?? 0;
  const isStatic = at(pool, 'spec', 'replicas') !== undefined;
  const made = { by: maker, weight, ...(isStatic ? { isStatic: true as const } : {}) };
  return { name: `${NODE_POOL.kind} ${name}`, offer, taints, made };
}

/** The maker says which class a node is of. */
const CLASS_LABELS = {
  karpenter: `${KARPENTER_AWS_LABELS}${NODE_CLASSES.karpenter.kind.toLowerCase()}`,
  autoMode: 'eks.amazonaws.com/nodeclass',
} as const;

/** All of the conditions of one label together. */
function askedOffer(asked: readonly PoolRequirement[]): Offer {
  if (asked.some(({ operator }) => operator === 'DoesNotExist')) return 'nothing';
  const takes = (value: string) => asked.every((one) => TAKES[one.operator]?.(value, one.values) ?? true);
  const named = asked.find(({ operator }) => operator === 'In')?.values;
  return named === undefined ? { takes } : named.filter(takes);
}

const TAKES: Readonly<Record<string, (value: string, values: readonly string[]) => boolean>> = {
  In: (value, values) => values.includes(value),
  NotIn: (value, values) => !values.includes(value),
  Gt: (value, [bound]) => Number(value) > Number(bound),
  Gte: (value, [bound]) => Number(value) >= Number(bound),
  Lt: (value, [bound]) => Number(value) < Number(bound),
  Lte: (value, [bound]) => Number(value) <= Number(bound),
};

/** A pool of EKS Auto Mode's own. @see https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html */
export function builtInPool(
  { name, architectures, taints }: (typeof BUILT_IN_POOLS)[number],
  places: Places,
): NodeSource {
  const own: Readonly<Record<string, Offer>> = {
    [NODE_LABELS.pool]: [name],
    [NODE_LABELS.architecture]: architectures,
    [NODE_LABELS.capacity]: ['on-demand'],
    'eks.amazonaws.com/instance-category': ['c', 'm', 'r'],
    'eks.amazonaws.com/instance-generation': { takes: (value) => Number(value) >= 5 },
  };
  const offer = (key: string): Offer => {
    const found = ownOf(own, key);
    if (found !== undefined) return found;
    return isWellKnown(key, 'autoMode') || isSystemLabel(key) ? autoModeOffer(key, places) : 'nothing';
  };
  return {
    name: `${NODE_POOL.kind} ${name}`,
    offer,
    taints: taints.map((taint) => ({ ...taint, value: '' })),
    made: { by: 'autoMode', weight: 0 },
  };
}
