import type { Without } from '../shared/without';

/** How Pods are replaced by those of a new version: numbers of Pods, or percents such as `25%`. */
export interface RollingUpdate {
  /** Pods above the wanted number. `@default` 25% */
  readonly maxSurge?: number | `${number}%`;
  /** Pods below the wanted number. `@default` 0: no Pod goes before its successor is ready */
  readonly maxUnavailable?: number | `${number}%`;
}

/** How a Deployment replaces its Pods. */
export interface DeploymentStrategyProps {
  /** `Recreate` for what cannot run twice, such as a Pod with a ReadWriteOnce volume; `'none'` writes nothing. `@default` - a rolling update */
  readonly strategy?: 'Recreate' | RollingUpdate | 'none';
}

/** How new versions of a Deployment or Rollout come. */
export interface ProgressProps {
  /** Seconds a new Pod has to be ready before it counts, from 0. `@default` 0 (Kubernetes) */
  readonly minReadySeconds?: number;
  /** Seconds without progress until a rollout counts as failed, above `minReadySeconds`. `@default` 600 (Kubernetes) */
  readonly progressDeadlineSeconds?: number;
  /** Old ReplicaSets that are kept for `kubectl rollout undo`, from 0; `'none'` writes nothing, which keeps 10. `@default` 3 */
  readonly revisionHistoryLimit?: number | 'none';
  /** Holds rollouts back: changes of the Pods wait. `@default` false (Kubernetes) */
  readonly paused?: boolean;
}

/** What a Deployment can be told beside its Pods. */
export interface DeploymentProps extends DeploymentStrategyProps, ProgressProps {}

/** Pods that may be missing. */
export interface MostUnavailable {
  /** Pods that may be missing: a number, or percents such as `25%`. */
  readonly maxUnavailable: number | `${number}%`;
}

/** Pods that have to stay. */
export interface LeastAvailable {
  /** Pods that have to stay: a number, or percents such as `50%`. */
  readonly minAvailable: number | `${number}%`;
}

/** How many Pods may be evicted at a time. */
export type DisruptionBudgetProps =
  | (MostUnavailable & Without<'minAvailable', 'a budget has one bound: leave minAvailable or maxUnavailable out'>)
  | (LeastAvailable & Without<'maxUnavailable', 'a budget has one bound: leave minAvailable or maxUnavailable out'>);
