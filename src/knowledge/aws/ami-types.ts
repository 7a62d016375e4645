import { ACCELERATORS } from './accelerators';
import { INSTANCE_TYPE } from './instance-types';
import { architectureOf } from './node-labels';

/** What an image of nodes is made for. */
export interface AmiRow {
  /** What eksctl calls the family; absent where it has none. */
  readonly family?: string;
  readonly architecture: 'amd64' | 'arm64';
  /** The devices whose drivers it holds. */
  readonly accelerator?: 'nvidia' | 'neuron';
  /** The last Kubernetes version that has it. */
  readonly until?: string;
}

const AL2023 = { family: 'AmazonLinux2023' } as const;
const BOTTLEROCKET = { family: 'Bottlerocket' } as const;
const FIPS = { family: 'BottlerocketFips' } as const;
/** EKS makes no image of Amazon Linux 2 beyond 1.32. */
const AL2 = { family: 'AmazonLinux2', until: '1.32' } as const;
const X86 = { architecture: 'amd64' } as const;
const ARM = { architecture: 'arm64' } as const;
const NVIDIA = { accelerator: 'nvidia' } as const;
const windows = (family: string): AmiRow => ({ family, ...X86 });

/** A day in the month in which the table was read, its first to be on the safe side. */
export const AMI_TYPES_READ = '2026-11-01';

/**
 * Types of images of a managed node group.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html (read 2026-11)
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html (read 2026-11: Amazon Linux 2)
 */
export const AMI_TYPES: Readonly<Record<AmiType, AmiRow>> = {
  AL2023_x86_64_STANDARD: { ...AL2023, ...X86 },
  AL2023_ARM_64_STANDARD: { ...AL2023, ...ARM },
  AL2023_x86_64_NVIDIA: { ...AL2023, ...X86, ...NVIDIA },
  AL2023_ARM_64_NVIDIA: { ...AL2023, ...ARM, ...NVIDIA },
  AL2023_x86_64_NEURON: { ...AL2023, ...X86, accelerator: 'neuron' },
  BOTTLEROCKET_x86_64: { ...BOTTLEROCKET, ...X86 },
  BOTTLEROCKET_ARM_64: { ...BOTTLEROCKET, ...ARM },
  BOTTLEROCKET_x86_64_FIPS: { ...FIPS, ...X86 },
  BOTTLEROCKET_ARM_64_FIPS: { ...FIPS, ...ARM },
  BOTTLEROCKET_x86_64_NVIDIA: { ...BOTTLEROCKET, ...X86, ...NVIDIA },
  BOTTLEROCKET_x86_64_NVIDIA_FIPS: { ...FIPS, ...X86, ...NVIDIA },
  BOTTLEROCKET_ARM_64_NVIDIA_FIPS: { ...FIPS, ...ARM, ...NVIDIA },
  BOTTLEROCKET_ARM_64_NVIDIA: { ...BOTTLEROCKET, ...ARM, ...NVIDIA },
  WINDOWS_CORE_2019_x86_64: windows('WindowsServer2019CoreContainer'),
  WINDOWS_FULL_2019_x86_64: windows('WindowsServer2019FullContainer'),
  WINDOWS_CORE_2022_x86_64: windows('WindowsServer2022CoreContainer'),
  WINDOWS_FULL_2022_x86_64: windows('WindowsServer2022FullContainer'),
  WINDOWS_CORE_2025_x86_64: windows('WindowsServer2025CoreContainer'),
  WINDOWS_FULL_2025_x86_64: windows('WindowsServer2025FullContainer'),
  AL2_x86_64: { ...AL2, ...X86 },
  AL2_x86_64_GPU: { ...AL2, ...X86, ...NVIDIA },
  AL2_ARM_64: { ...AL2, ...ARM },
};

/** A type of image that EKS makes. */
export type AmiType =
  | 'AL2023_x86_64_STANDARD'
  | 'AL2023_ARM_64_STANDARD'
  | 'AL2023_x86_64_NVIDIA'
  | 'AL2023_ARM_64_NVIDIA'
  | 'AL2023_x86_64_NEURON'
  | 'BOTTLEROCKET_x86_64'
  | 'BOTTLEROCKET_ARM_64'
  | 'BOTTLEROCKET_x86_64_FIPS'
  | 'BOTTLEROCKET_ARM_64_FIPS'
  | 'BOTTLEROCKET_x86_64_NVIDIA'
  | 'BOTTLEROCKET_x86_64_NVIDIA_FIPS'
  | 'BOTTLEROCKET_ARM_64_NVIDIA_FIPS'
  | 'BOTTLEROCKET_ARM_64_NVIDIA'
  | 'WINDOWS_CORE_2019_x86_64'
  | 'WINDOWS_FULL_2019_x86_64'
  | 'WINDOWS_CORE_2022_x86_64'
  | 'WINDOWS_FULL_2022_x86_64'
  | 'WINDOWS_CORE_2025_x86_64'
  | 'WINDOWS_FULL_2025_x86_64'
  | 'AL2_x86_64'
  | 'AL2_x86_64_GPU'
  | 'AL2_ARM_64';

/** The names in the order of the table, for a choice. */
export const AMI_TYPE_NAMES = Object.keys(AMI_TYPES) as readonly AmiType[];

/** The devices of an instance type that an image needs drivers for; undefined where EKS makes no image with them. */
export function acceleratorOf(instanceType: string): 'nvidia' | 'neuron' | undefined {
  if (ACCELERATORS.nvidia.families.test(instanceType)) return 'nvidia';
  return ACCELERATORS.neuron.families.test(instanceType) ? 'neuron' : undefined;
}

/** The image of Amazon Linux 2023 for a group whose instances are alike; by the first that EC2 can have. */
export function defaultAmiType(instanceTypes: readonly string[]): AmiType {
  const type = instanceTypes.find((one) => INSTANCE_TYPE.test(one)) ?? 'm7i.large';
  const accelerator = acceleratorOf(type);
  if (accelerator === 'neuron') return 'AL2023_x86_64_NEURON';
  const isArm = architectureOf(type) === 'arm64';
  if (accelerator === 'nvidia') return isArm ? 'AL2023_ARM_64_NVIDIA' : 'AL2023_x86_64_NVIDIA';
  return isArm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD';
}
