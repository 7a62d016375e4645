import type { ObjectIdentity } from '../identity';
import type { Verdict } from './node-verdict';

/** From and to, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What one Pod requests, with its sidecars, and with what a LimitRange fills in. */
export interface PodRequests {
  /** CPUs. */
  readonly cpu: number;
  readonly memoryGiB: number;
  /** Devices by the resource that is asked for, such as `nvidia.com/gpu`. */
  readonly devices: Readonly<Record<string, number>>;
}

/** What a Pod is rounded up to. */
export interface PlacedSize {
  /** `0.25 vCPU and 1 GiB`, `m7i.large`. */
  readonly name: string;
  /** What is paid for on Fargate, or what the instance has before the system takes its part. */
  readonly cpu: number;
  readonly memoryGiB: number;
  /** Of a pool that starts what Pods need: the smallest type that would do for one Pod alone. */
  readonly isLeast?: true;
}

/** Whether a pool takes the Pods of a workload. */
export interface PoolAnswer {
  /** `Fargate profile games`, `node group general`, `NodePool gpu`. */
  readonly pool: string;
  readonly verdict: Verdict;
  /** Why not, or why it is not known. */
  readonly reason?: string;
  readonly size?: PlacedSize;
  /** Availability zones, sorted. */
  readonly zones: readonly string[];
  /** USD a month of all Pods together; absent where it is not known. */
  readonly cost?: Range;
  /** USD a month where each Pod has a node of its own, for pools that start nodes as Pods need them. */
  readonly alone?: Range;
}

/** Where the Pods of one workload run. Plain data: threads hand it on, and JSON holds it. */
export interface Placement {
  readonly environment: string;
  readonly app: string;
  readonly object: ObjectIdentity;
  /** Which of several templates of a JobSet. */
  readonly part?: string;
  readonly requests: PodRequests;
  /** Pods at once; absent for a DaemonSet, which has one on each node. */
  readonly pods?: Range;
  /** Whether the Pods end by themselves, so that they cost nothing for the rest of the month. */
  readonly ends?: true;
  /** `yes` where a pool takes them, `no` where none does. */
  readonly placed: Verdict;
  /** All pools of the environment: those that take the Pods first, in the order in which they are tried. */
  readonly pools: readonly PoolAnswer[];
  /** USD a month, over all pools that take them; absent where it is not known, or a part of what nodes cost. */
  readonly cost?: Range;
}
