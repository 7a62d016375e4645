import type { PodFailurePolicy } from '../../imports/k8s';
import type { Accelerators, DeviceClaimInput, FabricAdapters, RunOn } from '../scheduling/run-on-props';
import type { Patch } from '../shared/override';
import type { ContainerPatches } from './container-patches';
import type { JobProps } from './job-props';
import type { JobSetProps } from './job-set-props';
import type { PodProps } from './pod-props';
import type { QueueInput } from './queue';

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
  readonly runOn?: Omit<RunOn, 'gpu' | 'efa' | 'deviceClaims'>;
  /** Whether a failed container starts again in its Pod, or a try is a new Pod. `@default` Never: a try is a new Pod */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  /**
   * What exit codes and conditions of Pods lead to; wants `restartPolicy: 'Never'`. `'none'` writes nothing. `@default` - a Pod
   * that is evicted, or whose Spot node is taken back, is made again and counts as no try
   */
  readonly podFailurePolicy?: PodFailurePolicy | 'none';
}

/** What a Job on accelerators can be told. */
export interface BatchJobProps extends BatchPodProps {
  /**
   * Seconds after its end until the Job is deleted, from 0. Argo CD makes a Job that is gone from the cluster and not from Git
   * again, which runs it again: delete it in Git first. `@default` none: the Job stays readable
   */
  readonly ttlSecondsAfterFinished?: number | 'none';
  /**
   * LocalQueue of Kueue that the Job waits in. Kueue then writes `suspend`, node selectors and tolerations, and the Application
   * leaves them alone. Changing it while the Job runs is refused. `@default` - the Job starts at once
   */
  readonly queue?: QueueInput;
  /** Several Jobs that run together, by the operator JobSet, instead of one Job. `@default` - one Job */
  readonly jobSet?: JobSetProps;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of each Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'job' | 'jobSet' | 'container' | 'serviceAccount', Patch>>>;
}
