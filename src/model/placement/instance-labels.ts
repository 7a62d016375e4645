import { instanceSize } from '../../knowledge/aws/instance-sizes';
import { architectureOf, NODE_LABELS } from '../../knowledge/aws/node-labels';
import type { NodeMaker } from '../../knowledge/karpenter/kinds';
import { REQUIREMENT_LABELS, type RequirementName } from '../../knowledge/karpenter/requirements';

/** What an instance of the families c, m, r and t does not have. */
const ABSENT: readonly RequirementName[] = [
  'instanceGpuName',
  'instanceGpuManufacturer',
  'instanceGpuCount',
  'instanceGpuMemory',
  'instanceAcceleratorName',
  'instanceAcceleratorManufacturer',
  'instanceAcceleratorCount',
];

/** Labels that a node of an instance type has for certain, or lacks: undefined. Those that its name does not tell are left out. */
export function instanceLabels(type: string, maker: NodeMaker): ReadonlyMap<string, string | undefined> {
  const [family = '', size = ''] = type.split('.');
  const [, category = '', generation = ''] = /^([a-z]+)(\d+)/.exec(family) ?? [];
  const { cpu = 0, memory = 0 } = instanceSize(type) ?? {};
  const labels = new Map<string, string | undefined>([
    [NODE_LABELS.instanceType, type],
    [NODE_LABELS.architecture, architectureOf(type)],
  ]);
  const add = (name: RequirementName, value: string | undefined) => {
    const key = REQUIREMENT_LABELS[name][maker];
    if (key !== undefined) labels.set(key, value);
  };
  add('instanceFamily', family);
  add('instanceSize', size);
  add('instanceCategory', category);
  add('instanceGeneration', generation);
  add('instanceCpu', String(cpu));
  add('instanceMemory', String(memory * 1024));
  add('instanceCpuManufacturer', manufacturerOf(family));
  for (const name of ABSENT) add(name, undefined);
  return labels;
}

/** A `g` behind the generation is AWS's own processor, an `a` AMD's; the others have Intel's. */
function manufacturerOf(family: string): string {
  if (/\d+g/.test(family)) return 'aws';
  return /\d+a/.test(family) ? 'amd' : 'intel';
}
