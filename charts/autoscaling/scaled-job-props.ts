import type { Patch } from '../shared/override';
import type { ContainerPatches } from '../workload/container-patches';
import type { JobProps } from '../workload/job-props';
import type { PodProps } from '../workload/pod-props';
import type { KedaIdentity } from './keda-identity';
import type { JobTrigger } from './scaling-trigger';

/** How many Jobs KEDA starts for what is to do. */
export interface JobScaling {
  /**
   * `default` subtracts the Jobs that run, `accurate` those that are pending, where messages are locked while they are worked on,
   * `eager` fills up to `maxReplicas`, `custom` counts by the two properties below. `@default` default (KEDA)
   */
  readonly strategy?: 'default' | 'accurate' | 'eager' | 'custom';
  /** Messages that are subtracted, of `custom`. `@default` 0 (KEDA) */
  readonly customQueueLengthDeduction?: number;
  /** Share of the running Jobs that is subtracted, such as `0.5`; `custom` needs it, and others do not read it. `@default` - none */
  readonly customRunningJobPercentage?: string;
  /** Conditions that a Pod needs to count as running, such as `Ready`. `@default` - whether it runs */
  readonly pendingPodConditions?: readonly string[];
  /** One number out of several triggers. `@default` max (KEDA) */
  readonly multipleScalersCalculation?: 'max' | 'min' | 'avg' | 'sum';
}

/** What a Job for each piece of work can be told; what is said of a Job is said of each that is started. */
export interface ScaledJobProps
  extends Omit<PodProps, 'readiness' | 'liveness' | 'startup'>,
    Omit<JobProps, 'suspend'> {
  /** What is looked at. `cpu` and `memory` measure Pods that run, and start no Jobs. */
  readonly triggers: readonly JobTrigger[];
  /** As whom AWS is asked where a trigger names no `authentication`. `@default` workload: the role of the Jobs' ServiceAccount */
  readonly identity?: KedaIdentity;
  /** The most Jobs that run at a time, from 1. */
  readonly maxReplicas: number;
  /** Jobs that run whether or not there is work, from 0. `@default` 0 (KEDA) */
  readonly minReplicas?: number;
  /** Seconds between questions, from 1. `@default` 30 (KEDA) */
  readonly pollingSeconds?: number;
  /** How many Jobs are started. `@default` - as many as there is work for and do not run yet (KEDA) */
  readonly scaling?: JobScaling;
  /**
   * What happens to running Jobs when the ScaledJob changes, as each release does: `gradual` lets them end, `immediate` deletes
   * them. `@default` gradual
   */
  readonly rollout?: 'gradual' | 'immediate';
  /** Successful Jobs that are kept, from 0. `@default` 100 (KEDA), for `ttlSecondsAfterFinished` */
  readonly successfulJobsHistoryLimit?: number;
  /** Failed Jobs that are kept, from 0. `@default` 100 (KEDA), for `ttlSecondsAfterFinished` */
  readonly failedJobsHistoryLimit?: number;
  /** The container whose variables triggers name. `@default` - the first (KEDA) */
  readonly envFromContainer?: string;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'scaledJob' | 'container' | 'serviceAccount' | 'triggerAuthentication', Patch>>>;
}
