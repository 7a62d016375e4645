import { parseQuantity } from '../grammar/quantity';
import { FARGATE_OVERHEAD_GIB, type FargateSize, fargateSizeOf } from '../knowledge/aws/fargate-sizes';
import { podRequest } from './pod-requests';

/** An amount as Kubernetes writes it, such as `250m` or `512Mi`, or as the classes of Kubernetes hold it. */
export type FargateAmount = string | number | { readonly value: unknown };

/** A container, as far as its size goes. */
export interface FargateContainer {
  /** `Always` makes an init container a sidecar, which runs along. */
  readonly restartPolicy?: string;
  readonly resources?: {
    readonly requests?: Readonly<Record<string, FargateAmount>>;
    /** The server takes them for requests that are left out. */
    readonly limits?: Readonly<Record<string, FargateAmount>>;
  };
}

/** A Pod's spec, as far as its size goes: one of ours, or of any Kubernetes client. */
export interface FargatePod {
  readonly containers: readonly FargateContainer[];
  readonly initContainers?: readonly FargateContainer[];
}

/** What a Pod requests, and what Fargate makes of it. */
export interface FargateSizing {
  /** The Pod's own request. */
  readonly requested: FargateSize;
  /** What is paid for: the next size, with the 256 MiB that Fargate adds; absent where no size is large enough. */
  readonly billed?: FargateSize;
}

/**
 * The size that a Pod has on Fargate. Amounts that are not valid count as nothing, as do those that only a LimitRange
 * of the namespace fills in.
 * @example
 * import { fargateSize } from 'cdk8s-eks';
 * const web = { resources: { requests: { cpu: '1', memory: '8Gi' } } };
 * export const size = fargateSize({ containers: [web] }).billed; // 2 vCPU and 9 GiB
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html
 */
export function fargateSize<Pod extends FargatePod>(pod: Pod): FargateSizing {
  const { containers, initContainers = [] } = pod;
  const total = (resource: string): number =>
    podRequest([
      ...containers.map((one) => ({ request: amountOf(one, resource), runsAlong: true, init: false })),
      ...initContainers.map((one) => ({
        request: amountOf(one, resource),
        runsAlong: one.restartPolicy === 'Always',
        init: true,
      })),
    ]);
  return fargateSizing(total('cpu'), total('memory'));
}

/** @param memory in bytes */
export function fargateSizing(vcpu: number, memory: number): FargateSizing {
  const requested = { vcpu: Number(vcpu.toFixed(6)), memoryGiB: memory / 2 ** 30 };
  const billed = fargateSizeOf(requested.vcpu, requested.memoryGiB + FARGATE_OVERHEAD_GIB);
  return { requested, ...(billed === undefined ? {} : { billed }) };
}

/** `0.25 vCPU and 0.5 GiB` */
export function fargateText({ vcpu, memoryGiB }: FargateSize): string {
  return `${Number(vcpu.toFixed(3))} vCPU and ${Number(memoryGiB.toFixed(2))} GiB`;
}

function amountOf({ resources }: FargateContainer, resource: string): number {
  const amount = resources?.requests?.[resource] ?? resources?.limits?.[resource] ?? 0;
  return parseQuantity(String(typeof amount === 'object' ? amount.value : amount)) ?? 0;
}
