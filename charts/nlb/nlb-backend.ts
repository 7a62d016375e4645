import type { Labels } from '../shared/labels';
import type { PortProps } from '../workload/container-props';

/** A workload whose Pods a load balancer reaches: any of ours that has ports. */
export interface NlbBackend {
  /** Name of the workload. */
  readonly name: string;
  /** Labels that select its Pods. */
  readonly selector: Labels;
  /** Ports of its container. */
  readonly ports: readonly PortProps[];
}
