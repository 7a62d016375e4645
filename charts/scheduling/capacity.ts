import { NODE_LABELS } from '../../src/knowledge/aws/node-labels';
import type { EksEnvironment, ManagedNodeGroup } from '../../src/model/environment';
import { makersOf } from './node-class-input';
import type { AnyRunOn } from './run-on-props';

/** A label that a node has to have, with one of these values. */
export interface NodeLabel {
  readonly key: string;
  readonly values: readonly string[];
}

type Capacity = NonNullable<AnyRunOn['capacity']>;

/** A Pod that selects on-demand alone never uses a reservation. @see https://karpenter.sh/v1.14/tasks/odcrs/ */
const MADE: Readonly<Record<Capacity, readonly string[]>> = { spot: ['spot'], 'on-demand': ['on-demand', 'reserved'] };
const MANAGED: Readonly<Record<Capacity, ManagedNodeGroup['capacityType']>> = {
  spot: 'SPOT',
  'on-demand': 'ON_DEMAND',
};

/** One of these labels has to fit: who makes nodes and managed groups spell it differently. */
export function capacityLabels(
  { capacity, pool, nodeGroup }: AnyRunOn,
  environment: EksEnvironment,
): readonly NodeLabel[] {
  if (capacity === undefined || !Object.hasOwn(MADE, capacity)) return [];
  const made = { key: NODE_LABELS.capacity, values: MADE[capacity] };
  const managed = { key: NODE_LABELS.managedCapacity, values: [MANAGED[capacity]] };
  if (pool !== undefined) return [made];
  if (nodeGroup !== undefined) return [managed];
  if (makersOf(environment).length === 0) return [managed];
  const isManaged = environment.compute.managedNodeGroups.some(
    ({ capacityType }) => capacityType === MANAGED[capacity],
  );
  return isManaged ? [made, managed] : [made];
}
