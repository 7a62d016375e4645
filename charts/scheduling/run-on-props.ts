import { defined } from '../../src/model/defined';
import { given, type Without } from '../shared/without';
import type { SizeInput } from '../workload/values';
import type { NodeTaint } from './node-pool-props';

/** A NodePool: its construct, whose taints are then tolerated, or the name of one. */
export type PoolInput = string | { readonly name: string; readonly taints: readonly NodeTaint[] };

/** GPUs or other accelerators of a Pod; the main container gets them. */
export interface Accelerators {
  /**
   * Whole devices: 1–8 of NVIDIA and Gaudi, 1–4 of AMD, 1–16 of Neuron, where 1, 2, 4, 8 and 16 lie together, and 1–128 cores of
   * Neuron.
   */
  readonly count: number;
  /**
   * Who makes them; `neuroncore` counts the cores of Neuron devices. The node needs their device plugin, which EKS Auto Mode
   * has built in for NVIDIA and Neuron.
   */
  readonly kind: 'nvidia' | 'neuron' | 'neuroncore' | 'amd' | 'gaudi';
}

/** Interfaces of the Elastic Fabric Adapter (EFA), by which the Pods of a Job talk past the kernel. */
export interface FabricAdapters {
  /** Interfaces of each Pod, 1–32; the node needs their device plugin, which EKS Auto Mode does not have built in. */
  readonly interfaces: number;
  /**
   * Pages of 2Mi that libfabric reserves, such as `5120Mi`; the node has to hold them ready, which Karpenter knows only by a
   * NodeOverlay. `@default` - none
   */
  readonly hugePages?: SizeInput;
}

/** A claim of devices: its construct. */
export interface DeviceClaimInput {
  /** Name of the claim or its template. */
  readonly name: string;
  /** Its namespace. `@default` - not known */
  readonly namespace?: string;
  /** Whether all Pods have the same devices. */
  readonly shared: boolean;
  /** Classes of the devices. */
  readonly deviceClasses: readonly string[];
}

/** Which nodes the Pods run on, by what they are. */
export interface RunOnOptions {
  /**
   * How EC2 sells the nodes, in the spelling of those who make them: Karpenter, EKS Auto Mode, or managed node groups.
   * `on-demand` takes reserved ones too. `@default` - any
   */
  readonly capacity?: 'spot' | 'on-demand';
  /** Processor that the image is built for. Fargate has amd64 alone. `@default` - any */
  readonly architecture?: 'amd64' | 'arm64';
  /** Devices of the main container, whose usual taint is tolerated. `@default` - none */
  readonly gpu?: Accelerators;
  /** Interfaces of the Elastic Fabric Adapter. They reach no further than one zone. `@default` - none */
  readonly efa?: FabricAdapters;
  /** Devices that drivers hand out (dynamic resource allocation, Kubernetes 1.34), of the main container. `@default` - none */
  readonly deviceClaims?: readonly DeviceClaimInput[];
  /** Availability zones by name, such as eu-west-1a. `@default` - any */
  readonly zones?: readonly string[];
}

/** Nodes of a NodePool. */
export interface PoolNodes {
  /** A NodePool of Karpenter or EKS Auto Mode. `@default` - any */
  readonly pool?: PoolInput;
}

/** Nodes of a managed node group. */
export interface GroupNodes {
  /** A managed node group of the environment. `@default` - any */
  readonly nodeGroup?: string;
}

/** Hybrid nodes. */
export interface HybridNodes {
  /** Whether the Pods run on hybrid nodes, on your own premises. `@default` - wherever they fit */
  readonly hybrid?: true;
}

/** Whose nodes. */
export type RunOnPlace =
  | (GroupNodes & Without<'pool' | 'hybrid', 'no node is of two of pool, nodeGroup and hybrid: leave the others out'>)
  | (HybridNodes &
      Without<'pool' | 'nodeGroup', 'no node is of two of pool, nodeGroup and hybrid: leave the others out'>)
  | (PoolNodes &
      Without<'nodeGroup' | 'hybrid', 'no node is of two of pool, nodeGroup and hybrid: leave the others out'>);

/**
 * Which nodes the Pods run on. Node selection and the matching tolerations are written as the environment's nodes have
 * their labels; on a plain cluster only the architecture and the devices.
 */
export type RunOn = RunOnOptions & RunOnPlace;

/** The same, as it is read. */
export interface AnyRunOn extends RunOnOptions, PoolNodes, GroupNodes, HybridNodes {}

export function anyRunOn({ pool, nodeGroup, hybrid, ...options }: RunOn): AnyRunOn {
  return { ...options, ...defined({ pool: given(pool), nodeGroup: given(nodeGroup), hybrid: given(hybrid) }) };
}
