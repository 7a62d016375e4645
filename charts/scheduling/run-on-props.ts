import type { NodeTaint } from './node-pool-props';

/** A NodePool: its construct, whose taints are then tolerated, or the name of one. */
export type PoolInput = string | { readonly name: string; readonly taints: readonly NodeTaint[] };

/** GPUs or Neuron devices of a Pod; the main container gets them. */
export interface Accelerators {
  /** Whole devices: 1–8 of NVIDIA, 1–16 of Neuron, where 1, 2, 4, 8 and 16 lie together. */
  readonly count: number;
  /** Who makes them. The node needs their device plugin, which EKS Auto Mode has built in. */
  readonly kind: 'nvidia' | 'neuron';
}

/**
 * Which nodes the Pods run on. Node selection and the matching tolerations are written as the environment's nodes have
 * their labels; on a plain cluster only the architecture and the devices.
 */
export interface RunOn {
  /**
   * How EC2 sells the nodes, in the spelling of those who make them: Karpenter, EKS Auto Mode, or managed node groups.
   * `on-demand` takes reserved ones too. `@default` - any
   */
  readonly capacity?: 'spot' | 'on-demand';
  /** Processor that the image is built for. Fargate has amd64 alone. `@default` - any */
  readonly architecture?: 'amd64' | 'arm64';
  /** Devices of the main container, whose usual taint is tolerated. `@default` - none */
  readonly gpu?: Accelerators;
  /** A NodePool of Karpenter or EKS Auto Mode. `@default` - any */
  readonly pool?: PoolInput;
  /** A managed node group of the environment. `@default` - any */
  readonly nodeGroup?: string;
  /** Availability zones by name, such as eu-west-1a. `@default` - any */
  readonly zones?: readonly string[];
  /** Whether the Pods run on hybrid nodes, on your own premises. `@default` - wherever they fit */
  readonly hybrid?: true;
}
