import type { Accelerators } from '../scheduling/run-on-props';
import type { BatchPodProps } from './batch-pod-props';

/** Jobs of one kind in a JobSet. All that is not said here is as the BatchJob says; variables are added to its own. */
export interface ReplicatedJobProps
  extends Partial<
    Omit<
      BatchPodProps,
      | 'accelerator'
      | 'annotations'
      | 'automountServiceAccountToken'
      | 'component'
      | 'labels'
      | 'managedBy'
      | 'name'
      | 'profile'
      | 'selectorLabels'
      | 'serviceAccount'
      | 'suspend'
    >
  > {
  /** Jobs of this kind, from 1. `@default` 1 (JobSet) */
  readonly replicas?: number;
  /** Devices of this kind's Pods; `'none'` takes those of the BatchJob away. `@default` - those of the BatchJob */
  readonly accelerator?: Accelerators | 'none';
  /** Starts these Jobs only when another kind, which stands before it, is ready or complete. `@default` - at once */
  readonly dependsOn?: {
    /** Name of the other kind. */
    readonly replicatedJob: string;
    /** How far it has to be. */
    readonly status: 'Ready' | 'Complete';
  };
}

/** What happens when a Job of the set fails. The first rule that fits counts. */
export interface JobSetFailureRule {
  /** Name of the rule, for logs: a letter, then letters, digits, `_`, `,` and `:`. `@default` - made by JobSet */
  readonly name?: string;
  /** `RestartJob` starts the failed Job alone again, `RestartJobSet` all of them. */
  readonly action:
    | 'FailJobSet'
    | 'RestartJobSet'
    | 'RestartJobSetAndIgnoreMaxRestarts'
    | 'RestartJob'
    | 'RestartJobAndIgnoreMaxRestarts';
  /** Why the Job failed. `@default` - for any reason */
  readonly onJobFailureReasons?: readonly (
    | 'BackoffLimitExceeded'
    | 'DeadlineExceeded'
    | 'FailedIndexes'
    | 'MaxFailedIndexesExceeded'
    | 'PodFailurePolicy'
  )[];
  /** Kinds of Jobs that it holds for. `@default` - all */
  readonly targetReplicatedJobs?: readonly string[];
}

/** Several Jobs that start, fail and end together. The operator JobSet is not part of EKS: a platform app installs it. */
export interface JobSetProps {
  /** Name → Jobs of that kind, such as `driver` and `workers`. Nobody can change them later, or add one. */
  readonly replicatedJobs: Readonly<Record<string, ReplicatedJobProps>>;
  /** When the set counts as done. Cannot be changed later. `@default` - when all Jobs are (JobSet) */
  readonly successPolicy?: {
    /** All Jobs, or any one. */
    readonly operator: 'All' | 'Any';
    /** Kinds of Jobs that are looked at. `@default` - all */
    readonly targetReplicatedJobs?: readonly string[];
  };
  /** What happens when a Job fails. Cannot be changed later. `@default` - the set fails (JobSet) */
  readonly failurePolicy?: {
    /** Restarts of the set before it fails, from 0. `@default` 0 (JobSet) */
    readonly maxRestarts?: number;
    /** `BlockingRecreate` starts anew only when all that ran is gone. `@default` Recreate (JobSet) */
    readonly restartStrategy?: 'Recreate' | 'BlockingRecreate';
    /** By why which Job failed. `@default` - each failure restarts the set */
    readonly rules?: readonly JobSetFailureRule[];
  };
  /** How Pods find each other. Cannot be changed later. `@default` - by `<set>-<kind>-<job>-<pod>.<set>` (JobSet) */
  readonly network?: {
    /** Whether Pods have host names. `@default` true (JobSet) */
    readonly enableDNSHostnames?: boolean;
    /** The part behind the dot. `@default` - name of the set (JobSet) */
    readonly subdomain?: string;
    /** Whether Pods are found before they are ready. `@default` true (JobSet) */
    readonly publishNotReadyAddresses?: boolean;
  };
  /** The Pod whose address all Pods are told, in the label `jobset.sigs.k8s.io/coordinator`. `@default` - none */
  readonly coordinator?: {
    /** Its kind of Job. */
    readonly replicatedJob: string;
    /** Number of the Job among its kind, from 0. `@default` 0 (JobSet) */
    readonly jobIndex?: number;
    /** Number of the Pod in the Job, from 0. `@default` 0 (JobSet) */
    readonly podIndex?: number;
  };
}
