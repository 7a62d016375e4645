import { NODE_LABELS } from '../aws/node-labels';

/** What a requirement wants of a label: one of these texts, none of them, any, or that the label is absent. */
export type Wanted<T extends string> =
  | readonly T[]
  | { readonly in: readonly T[]; readonly minValues?: number }
  | { readonly notIn: readonly T[] }
  | { readonly exists: boolean; readonly minValues?: number };

/** The same of a label whose value is a whole number from 0; or the numbers between two. */
export type WantedNumber =
  | readonly number[]
  | { readonly in: readonly number[]; readonly minValues?: number }
  | { readonly notIn: readonly number[] }
  | { readonly exists: boolean; readonly minValues?: number }
  | { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number };

/**
 * What the nodes of a pool have to be. All of it holds together; what is left out may be anything. `minValues` is how many
 * different values have to be available, so that a pool keeps a choice.
 */
export interface NodeRequirements {
  /** Processor. Images have to be built for it. `@default` - any */
  readonly architecture?: Wanted<'amd64' | 'arm64'>;
  /** Operating system; not on EKS Auto Mode, which has Linux alone. `@default` - what the class’s image is */
  readonly os?: Wanted<'linux' | 'windows'>;
  /** Build of Windows: 10.0.17763 (2019), 10.0.20348 (2022), 10.0.26100 (2025). */
  readonly windowsBuild?: Wanted<string>;
  /** How EC2 sells the nodes; `reserved` needs reservations in the class. `@default` - any of them, the cheapest first */
  readonly capacityType?: Wanted<'spot' | 'on-demand' | 'reserved'>;
  /** Availability zones by name, such as eu-west-1a. */
  readonly zone?: Wanted<string>;
  /** Availability zones by their id, such as euw1-az1, which is the same in every account. */
  readonly zoneId?: Wanted<string>;
  /** The region, such as eu-west-1. `@default` - that of the cluster */
  readonly region?: Wanted<string>;
  /** Instance types, such as m7i.large. */
  readonly instanceType?: Wanted<string>;
  /** First letters of the family: c, m, r, t, g, p, inf, trn … */
  readonly instanceCategory?: Wanted<string>;
  /** Families, such as m7i. */
  readonly instanceFamily?: Wanted<string>;
  /** Number in the family: 7 of m7i. */
  readonly instanceGeneration?: WantedNumber;
  /** What stands behind the dot, such as large. */
  readonly instanceSize?: Wanted<string>;
  /** vCPUs. */
  readonly instanceCpu?: WantedNumber;
  /** Who made the processor. */
  readonly instanceCpuManufacturer?: Wanted<'intel' | 'amd' | 'aws'>;
  /** Sustained clock speed in MHz; Karpenter alone. */
  readonly instanceCpuSustainedClockSpeedMhz?: WantedNumber;
  /** Memory in MiB. */
  readonly instanceMemory?: WantedNumber;
  /** Bandwidth to EBS in Mbps. */
  readonly instanceEbsBandwidth?: WantedNumber;
  /** Network bandwidth in Mbps. */
  readonly instanceNetworkBandwidth?: WantedNumber;
  /** Such as nitro. */
  readonly instanceHypervisor?: Wanted<string>;
  /** Whether instances encrypt what they send each other. */
  readonly instanceEncryptionInTransitSupported?: Wanted<'true' | 'false'>;
  /** Local disks in GB. */
  readonly instanceLocalNvme?: WantedNumber;
  /** Name of the GPU, such as l4. Plain instances have none of these four labels: `{ exists: false }` excludes GPUs. */
  readonly instanceGpuName?: Wanted<string>;
  /** Such as nvidia. */
  readonly instanceGpuManufacturer?: Wanted<string>;
  /** GPUs of an instance; fractional ones count as 0. */
  readonly instanceGpuCount?: WantedNumber;
  /** Memory of one GPU in MiB. */
  readonly instanceGpuMemory?: WantedNumber;
  /** Karpenter alone: trainium, inferentia or inferentia2. */
  readonly instanceAcceleratorName?: Wanted<string>;
  /** Who made the accelerator, such as aws; Karpenter alone. */
  readonly instanceAcceleratorManufacturer?: Wanted<string>;
  /** Accelerators of an instance; Karpenter alone. */
  readonly instanceAcceleratorCount?: WantedNumber;
  /** Whether the type is a Flex one; Karpenter alone. */
  readonly instanceCapabilityFlex?: Wanted<'true' | 'false'>;
  /** Whether the hardware is yours alone; Karpenter alone. */
  readonly instanceTenancy?: Wanted<'default' | 'dedicated'>;
  /** Reservations by their id, cr-…; Karpenter alone. */
  readonly capacityReservationId?: Wanted<string>;
  /** Kind of the reservation; Karpenter alone. */
  readonly capacityReservationType?: Wanted<'default' | 'capacity-block'>;
  /** Whether EC2 may take the reserved instance back; Karpenter alone. */
  readonly capacityReservationInterruptible?: Wanted<'true' | 'false'>;
  /** Placement groups by their id, pg-…; Karpenter alone. */
  readonly placementGroupId?: Wanted<string>;
  /** Partition of the placement group; Karpenter alone. */
  readonly placementGroupPartition?: WantedNumber;
  /** Labels of your own: Pods that select such a label get a node that carries the value they ask for. */
  readonly labels?: Readonly<Record<string, Wanted<string>>>;
}

export type RequirementName = Exclude<keyof NodeRequirements, 'labels'>;

/** A label as each maker of nodes spells it; undefined where it has none. `values` are all there are. */
export interface RequirementLabel {
  readonly karpenter: string;
  readonly autoMode: string | undefined;
  readonly values?: readonly string[];
}

const both = (key: string, values?: readonly string[]): RequirementLabel => ({
  karpenter: key,
  autoMode: key,
  ...(values === undefined ? {} : { values }),
});
const instance = (name: string, values?: readonly string[]): RequirementLabel => ({
  ...both('', values),
  karpenter: `karpenter.k8s.aws/instance-${name}`,
  autoMode: `eks.amazonaws.com/instance-${name}`,
});
const own = (name: string, values?: readonly string[]): RequirementLabel => ({
  ...both(`karpenter.k8s.aws/${name}`, values),
  autoMode: undefined,
});
const BOOLEAN = ['true', 'false'] as const;

/**
 * Read on 2026-11-29 (Karpenter 1.14 and 1.15).
 * @see https://karpenter.sh/v1.14/concepts/scheduling/#well-known-labels
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html#auto-supported-labels
 */
export const REQUIREMENT_LABELS: Readonly<Record<RequirementName, RequirementLabel>> = {
  architecture: both(NODE_LABELS.architecture, ['amd64', 'arm64']),
  os: { karpenter: 'kubernetes.io/os', autoMode: undefined, values: ['linux', 'windows'] },
  windowsBuild: {
    karpenter: 'node.kubernetes.io/windows-build',
    autoMode: undefined,
    values: ['10.0.17763', '10.0.20348', '10.0.26100'],
  },
  capacityType: both(NODE_LABELS.capacity, ['spot', 'on-demand', 'reserved']),
  zone: both(NODE_LABELS.zone),
  zoneId: both('topology.k8s.aws/zone-id'),
  region: both(NODE_LABELS.region),
  instanceType: both(NODE_LABELS.instanceType),
  instanceCategory: instance('category'),
  instanceFamily: instance('family'),
  instanceGeneration: instance('generation'),
  instanceSize: instance('size'),
  instanceCpu: instance('cpu'),
  instanceCpuManufacturer: instance('cpu-manufacturer', ['intel', 'amd', 'aws']),
  instanceCpuSustainedClockSpeedMhz: own('instance-cpu-sustained-clock-speed-mhz'),
  instanceMemory: instance('memory'),
  instanceEbsBandwidth: instance('ebs-bandwidth'),
  instanceNetworkBandwidth: instance('network-bandwidth'),
  instanceHypervisor: instance('hypervisor'),
  instanceEncryptionInTransitSupported: instance('encryption-in-transit-supported', BOOLEAN),
  instanceLocalNvme: instance('local-nvme'),
  instanceGpuName: instance('gpu-name'),
  instanceGpuManufacturer: instance('gpu-manufacturer'),
  instanceGpuCount: instance('gpu-count'),
  instanceGpuMemory: instance('gpu-memory'),
  instanceAcceleratorName: own('instance-accelerator-name'),
  instanceAcceleratorManufacturer: own('instance-accelerator-manufacturer'),
  instanceAcceleratorCount: own('instance-accelerator-count'),
  instanceCapabilityFlex: own('instance-capability-flex', BOOLEAN),
  instanceTenancy: own('instance-tenancy', ['default', 'dedicated']),
  capacityReservationId: own('capacity-reservation-id'),
  capacityReservationType: own('capacity-reservation-type', ['default', 'capacity-block']),
  capacityReservationInterruptible: own('capacity-reservation-interruptible', BOOLEAN),
  placementGroupId: own('placement-group-id'),
  placementGroupPartition: own('placement-group-partition'),
};
