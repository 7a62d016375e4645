/** What Fargate gives a Pod, and what is paid for. */
export interface FargateSize {
  /** Whole or part of a virtual CPU. */
  readonly vcpu: number;
  /** GiB of memory. */
  readonly memoryGiB: number;
}

interface SizeRow {
  readonly vcpu: number;
  /** GiB of memory that go with it, in rising order. */
  readonly memoryGiB: readonly number[];
}

const steps = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);

/**
 * The sizes of Pods, in rising order.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html (read in November 2026)
 */
export const FARGATE_SIZES: readonly SizeRow[] = [
  { vcpu: 0.25, memoryGiB: [0.5, 1, 2] },
  { vcpu: 0.5, memoryGiB: steps(1, 4, 1) },
  { vcpu: 1, memoryGiB: steps(2, 8, 1) },
  { vcpu: 2, memoryGiB: steps(4, 16, 1) },
  { vcpu: 4, memoryGiB: steps(8, 30, 1) },
  { vcpu: 8, memoryGiB: steps(16, 60, 4) },
  { vcpu: 16, memoryGiB: steps(32, 120, 8) },
];

/** The largest size. */
export const LARGEST_FARGATE: FargateSize = { vcpu: 16, memoryGiB: 120 };

/**
 * GiB that Fargate adds to each Pod's memory for the kubelet, kube-proxy and containerd.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html (read in November 2026)
 */
export const FARGATE_OVERHEAD_GIB = 0.25;

/**
 * GiB of ephemeral storage that a Pod may request at most.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html (read in November 2026)
 */
export const LARGEST_FARGATE_STORAGE_GIB = 175;

/** The smallest size that has so much of both; undefined where none has. What Fargate adds is not added here. */
export function fargateSizeOf(vcpu: number, memoryGiB: number): FargateSize | undefined {
  for (const row of FARGATE_SIZES) {
    const memory = row.vcpu < vcpu ? undefined : row.memoryGiB.find((size) => size >= memoryGiB);
    if (memory !== undefined) return { vcpu: row.vcpu, memoryGiB: memory };
  }
  return undefined;
}
