import { ACCELERATORS } from '../../knowledge/aws/accelerators';
import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import { REQUIREMENT_LABELS } from '../../knowledge/karpenter/requirements';
import { type FieldPath, mapAt } from '../json';
import { containersOf, type PodTemplate } from '../pod-spec';
import type { NodeSource } from './node-source';

export type Accelerator = (typeof ACCELERATORS)[keyof typeof ACCELERATORS];

/** A kind of device that a Pod asks for, and where. */
export interface Asked {
  readonly accelerator: Accelerator;
  readonly path: FieldPath;
}

/** Each kind of device once. */
export function devicesOf(template: PodTemplate): readonly Asked[] {
  const containers = containersOf(template);
  return Object.values(ACCELERATORS).flatMap((accelerator): readonly Asked[] => {
    const { resource } = accelerator;
    for (const { container, path } of containers)
      for (const part of ['limits', 'requests'])
        if (mapAt(container, 'resources', part)[resource] !== undefined)
          return [{ accelerator, path: [...path, 'resources', part, resource] }];
    return [];
  });
}

/** Labels that say what an instance is, and whether a value may have the devices. */
const LABELS: readonly (readonly [key: string, has: (accelerator: Accelerator, value: string) => boolean])[] = [
  [NODE_LABELS.instanceType, ({ families }, value) => families.test(value)],
  ...labels('instanceFamily', ({ families }, value) => families.test(value)),
  ...labels('instanceCategory', ({ categories }, value) => categories.some((one) => one === value)),
];

function labels(name: 'instanceFamily' | 'instanceCategory', has: (one: Accelerator, value: string) => boolean) {
  const { karpenter, autoMode } = REQUIREMENT_LABELS[name];
  return [karpenter, autoMode].flatMap((key) => (key === undefined ? [] : [[key, has] as const]));
}

/** Whether nodes may have the devices. Only what is named is known to be left out: a condition such as NotIn leaves others. */
export function mayHaveDevice({ offer }: NodeSource, accelerator: Accelerator): boolean {
  return LABELS.every(([key, has]) => {
    const offered = offer(key);
    return !Array.isArray(offered) || offered.some((value) => has(accelerator, String(value)));
  });
}
