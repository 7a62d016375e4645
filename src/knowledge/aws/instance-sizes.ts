import { ownOf } from '../../grammar/own';
import { INSTANCE_TYPE } from './instance-types';

/** What an instance has, before the system takes its part. */
export interface InstanceSize {
  readonly cpu: number;
  /** GiB. */
  readonly memory: number;
}

/** GiB for each vCPU, by the first letter of the family. Other families are not regular enough to be told by their name. */
const GIB_PER_CPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 };
/** vCPUs of the sizes that are words; `2xlarge` is twice `xlarge`. */
const CPUS: Readonly<Record<string, number>> = { medium: 1, large: 2, xlarge: 4 };

/** Burstable instances have sizes of their own. */
const BURSTABLE: Readonly<Record<string, InstanceSize>> = {
  nano: { cpu: 2, memory: 0.5 },
  micro: { cpu: 2, memory: 1 },
  small: { cpu: 2, memory: 2 },
  medium: { cpu: 2, memory: 4 },
  large: { cpu: 2, memory: 8 },
  xlarge: { cpu: 4, memory: 16 },
  '2xlarge': { cpu: 8, memory: 32 },
};

/**
 * The size of an instance type of the families c, m, r (from the fifth generation, in multiples of a size) and t3, t3a, t4g;
 * undefined for every other, also for bare metal, and for older ones, which are less regular.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 */
export function instanceSize(type: string): InstanceSize | undefined {
  if (!INSTANCE_TYPE.test(type)) return undefined;
  const [family = '', size = ''] = type.split('.');
  if (/^t(3|3a|4g)$/.test(family)) return ownOf(BURSTABLE, size);
  const [, letter = '', generation = ''] = /^([cmr])(\d+)[a-z]*$/.exec(family) ?? [];
  const ratio = ownOf(GIB_PER_CPU, letter);
  const cpu = ownOf(CPUS, size) ?? timesXlarge(size);
  if (ratio === undefined || cpu === undefined || Number(generation) < 5) return undefined;
  return { cpu, memory: cpu * ratio };
}

function timesXlarge(size: string): number | undefined {
  const [, times] = /^(\d+)xlarge$/.exec(size) ?? [];
  return times === undefined ? undefined : Number(times) * 4;
}

/**
 * What Pods get of an instance for certain: a tenth of the CPUs stays for the system and its DaemonSets; of the memory, what
 * the hypervisor and the eviction threshold take, and 11 MiB for each Pod that the node could run, at most 110 or 250.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
 */
export function sureRoom({ cpu, memory }: InstanceSize): InstanceSize {
  const forPods = cpu < 30 ? 1.2 : 2.7;
  return { cpu: cpu * 0.9, memory: memory * 0.925 - 0.35 - forPods };
}

/** Parts of a CPU that the kubelet keeps back of the first, the second, the third and fourth, and all others. */
const KEPT_CPU = [0.06, 0.01, 0.005, 0.005] as const;
const KEPT_CPU_OF_OTHERS = 0.0025;

/**
 * What Pods get of an instance at most, with an image of Amazon Linux 2023 as EKS makes it: it keeps back a part of each
 * CPU, and of the memory 255 MiB, 11 MiB for each Pod that fits (four on the smallest types) and 100 MiB before it evicts.
 * @see https://github.com/awslabs/amazon-eks-ami/blob/81fec2e/nodeadm/internal/kubelet/config.go
 */
export function mostRoom({ cpu, memory }: InstanceSize): InstanceSize {
  const ofFirst = KEPT_CPU.slice(0, cpu).reduce((sum, part) => sum + part, 0);
  const kept = ofFirst + Math.max(0, cpu - KEPT_CPU.length) * KEPT_CPU_OF_OTHERS;
  return { cpu: cpu - kept, memory: memory - (255 + 4 * 11 + 100) / 1024 };
}
