import { ACCELERATORS } from '../../../knowledge/aws/accelerators';
import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { NODE_LABELS } from '../../../knowledge/aws/node-labels';
import { REQUIREMENT_LABELS } from '../../../knowledge/karpenter/requirements';
import { type FieldPath, mapAt } from '../../../model/json';
import { listed } from '../../../model/lists';
import { asksForHybrid, nodeSelectionOf } from '../../../model/placement/node-selection';
import type { NodeSource } from '../../../model/placement/node-source';
import { nodeSourcesOf } from '../../../model/placement/node-sources';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { PodRule } from '../../engine/rule';

type Accelerator = (typeof ACCELERATORS)[keyof typeof ACCELERATORS];

export const noMissingAccelerator: PodRule = {
  id: 'eks/no-missing-accelerator',
  severity: 'warning',
  summary: 'Some nodes of the environment may have the devices that Pods ask for.',
  why: 'A Pod that asks for a GPU or a Neuron device starts only on instances that have one. Where every node group and every NodePool leaves those instances out, it stays Pending, and nothing else says so.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/device-management.html',
    'https://karpenter.sh/docs/concepts/scheduling/#acceleratorsgpu-resources',
  ],
  checkPod(template, { environment, index }, tell) {
    // A DaemonSet follows the nodes that there are.
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const asked = devicesOf(template);
    if (asked.length === 0 || asksForHybrid(nodeSelectionOf(template))) return;
    const { fargateProfiles } = environment.compute;
    if (fargateProfileFor(fargateProfiles, template.owner.namespace ?? '', template.labels) !== undefined) return;
    const sources = nodeSourcesOf(environment, index);
    if (sources.length === 0) return;
    for (const { accelerator, path } of asked) {
      if (sources.some((source) => mayHave(source, accelerator))) continue;
      const { resource, categories } = accelerator;
      tell({
        path,
        found: resource,
        what: `it asks for ${resource}, and no nodes of environment ${environment.name} are instances that have it: ${listed(sources.map(({ name }) => name))} leave them out. Its Pods stay Pending.`,
        fix: `let a NodePool or a node group take instances of category ${categories.join(' or ')}, or leave the workload out in this environment.`,
      });
    }
  },
};

interface Asked {
  readonly accelerator: Accelerator;
  readonly path: FieldPath;
}

/** Each kind of device once. */
function devicesOf(template: PodTemplate): readonly Asked[] {
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

/** Only what is named is known to be left out: a condition such as NotIn leaves others. */
function mayHave({ offer }: NodeSource, accelerator: Accelerator): boolean {
  return LABELS.every(([key, has]) => {
    const offered = offer(key);
    return !Array.isArray(offered) || offered.some((value) => has(accelerator, String(value)));
  });
}
