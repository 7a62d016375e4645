import type { PodFailurePolicy, SuccessPolicy } from '../../imports/k8s';

/** What a Job can be told beside its Pod. */
export interface JobProps {
  /** Tries before a Job counts as failed, from 0. `@default` 3; with `backoffLimitPerIndex` no bound for all indexes together */
  readonly backoffLimit?: number;
  /**
   * Seconds a finished Job stays readable, from 0; its Pod is billed on Fargate until then. `'none'` keeps it for ever.
   * @default 3600; for a OneOffJob that Argo CD syncs 'none', since Argo CD makes again what is gone
   */
  readonly ttlSecondsAfterFinished?: number | 'none';
  /** Seconds a Job may run at all, from 1. `@default` - as long as it takes */
  readonly activeDeadlineSeconds?: number;
  /** Whether a failed container starts again in its Pod, or a try is a new Pod. `@default` OnFailure */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  /** Pods that have to succeed, from 1. `@default` 1 (Kubernetes) */
  readonly completions?: number;
  /** Pods that run at a time; 0 pauses. `@default` 1 (Kubernetes) */
  readonly parallelism?: number;
  /** `Indexed` gives each Pod a number in `JOB_COMPLETION_INDEX` and a name of its own. `@default` NonIndexed (Kubernetes) */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /** Tries of each index, from 0; of Indexed Jobs (Kubernetes 1.33). `@default` - `backoffLimit` holds for all together */
  readonly backoffLimitPerIndex?: number;
  /** Indexes that may fail before the Job does, from 0; with `backoffLimitPerIndex`. `@default` - all of them */
  readonly maxFailedIndexes?: number;
  /** What exit codes and conditions of Pods lead to; wants `restartPolicy: 'Never'`. `@default` - each failure is a try */
  readonly podFailurePolicy?: PodFailurePolicy;
  /** When an Indexed Job counts as done before all have succeeded (Kubernetes 1.33). `@default` - when all have */
  readonly successPolicy?: SuccessPolicy;
  /** Whether a new Pod starts while the old one still stops. `@default` TerminatingOrFailed (Kubernetes) */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /** Starts no Pods while true. `@default` false (Kubernetes) */
  readonly suspend?: boolean;
  /** Another controller that runs the Job, such as `kueue.x-k8s.io/multikueue` (Kubernetes 1.32). `@default` - Kubernetes' own */
  readonly managedBy?: string;
}
