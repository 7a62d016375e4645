import type { PodFailurePolicy } from '../../imports/k8s';
import type {
  Accelerators,
  DeviceClaimInput,
  FabricAdapters,
  RunOnOptions,
  RunOnPlace,
} from '../scheduling/run-on-props';
import type { JobProps } from './job-props';
import type { PodProps } from './pod-props';

/** What the Pods of a BatchJob can be told, and the Job that they belong to. */
export interface BatchPodProps
  extends Omit<PodProps, 'readiness' | 'liveness' | 'startup' | 'runOn'>,
    Omit<JobProps, 'restartPolicy' | 'podFailurePolicy' | 'ttlSecondsAfterFinished'> {
  /** Devices of the main container, by the device plugin of the nodes; their usual taint is tolerated. `@default` - none */
  readonly accelerator?: Accelerators;
  /** Interfaces of the Elastic Fabric Adapter of each Pod, for Jobs on several nodes of one zone. `@default` - none */
  readonly efa?: FabricAdapters;
  /** Devices that drivers hand out (dynamic resource allocation, Kubernetes 1.34), of the main container. `@default` - none */
  readonly deviceClaims?: readonly DeviceClaimInput[];
  /** Which nodes the Pods run on, beside what the devices say. `@default` - any node */
  readonly runOn?: RunOnPlace & Omit<RunOnOptions, 'gpu' | 'efa' | 'deviceClaims'>;
  /** Whether a failed container starts again in its Pod, or a try is a new Pod. `@default` Never: a try is a new Pod */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  /**
   * What exit codes and conditions of Pods lead to; wants `restartPolicy: 'Never'`. `'none'` writes nothing. `@default` - a Pod
   * that is evicted, or whose Spot node is taken back, is made again and counts as no try
   */
  readonly podFailurePolicy?: PodFailurePolicy | 'none';
}
