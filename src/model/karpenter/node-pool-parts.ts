import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import { makerOfClass, type NodeMaker } from '../../knowledge/karpenter/kinds';
import { at, type FieldPath, listAt, mapAt, numberAt, textAt } from '../json';

export const POOL_TEMPLATE = ['spec', 'template', 'spec'] as const;
export const POOL_LABELS = ['spec', 'template', 'metadata', 'labels'] as const;

/** One entry of `requirements`; what the schema refuses of it is left out. */
export interface PoolRequirement {
  readonly path: FieldPath;
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly minValues: number | undefined;
}

/** Who makes the nodes of a NodePool; Karpenter where its class is of a kind that nobody knows. */
export function makerOfPool(pool: unknown): NodeMaker {
  const reference = at(pool, ...POOL_TEMPLATE, 'nodeClassRef');
  return makerOfClass(textAt(reference, 'group') ?? '', textAt(reference, 'kind') ?? '') ?? 'karpenter';
}

export function requirementsOf(pool: unknown): readonly PoolRequirement[] {
  return listAt(pool, ...POOL_TEMPLATE, 'requirements').flatMap((one, index) => {
    const [key, operator] = [textAt(one, 'key'), textAt(one, 'operator')];
    if (key === undefined || operator === undefined) return [];
    const path = [...POOL_TEMPLATE, 'requirements', index];
    return [{ path, key, operator, values: listAt(one, 'values').map(String), minValues: numberAt(one, 'minValues') }];
  });
}

export interface PoolTaint {
  readonly path: FieldPath;
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Taints of one of the two lists. */
export function taintsOf(pool: unknown, list: 'taints' | 'startupTaints'): readonly PoolTaint[] {
  return listAt(pool, ...POOL_TEMPLATE, list).map((one, index) => ({
    path: [...POOL_TEMPLATE, list, index],
    key: textAt(one, 'key') ?? '',
    value: textAt(one, 'value') ?? '',
    effect: textAt(one, 'effect') ?? '',
  }));
}

/** Labels that the nodes of a pool carry besides those of its requirements. */
export function poolLabelsOf(pool: unknown): Readonly<Record<string, string>> {
  const labels = Object.entries(mapAt(pool, ...POOL_LABELS));
  return Object.fromEntries(labels.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The values that an In of a pool names for a label; undefined where it names none. */
export function namedValues(pool: unknown, key: string): readonly string[] | undefined {
  const named = requirementsOf(pool).find((one) => one.key === key && one.operator === 'In')?.values;
  return named ?? (poolLabelsOf(pool)[key] === undefined ? undefined : [poolLabelsOf(pool)[key] ?? '']);
}

/** Whether a pool may start spot nodes, as far as its requirements say so. */
export const asksForSpot = (pool: unknown): boolean =>
  namedValues(pool, NODE_LABELS.capacity)?.includes('spot') ?? false;
