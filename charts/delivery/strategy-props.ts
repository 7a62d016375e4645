import type { Without } from '../shared/without';
import type { DeploymentStrategyProps } from '../workload/rollout-props';
import type { BackgroundAnalysis, EphemeralMetadata, RolloutAnalysis } from './analysis-props';
import type { CanaryStep } from './canary-steps';

/**
 * How a new version takes over by Argo Rollouts, as its Rollout spells it. A Rollout is made in place of the Deployment; the
 * first deployment goes straight to full scale.
 * @see https://argo-rollouts.readthedocs.io/en/release-1.10/features/specification/
 */
export type RolloutStrategy = RolloutOptions &
  (
    | (CanaryStrategy & Without<'blueGreen', 'a Rollout has one strategy: leave canary or blueGreen out'>)
    | (BlueGreenStrategy & Without<'canary', 'a Rollout has one strategy: leave canary or blueGreen out'>)
  );

/** A Rollout of Argo Rollouts in place of the Deployment. */
export interface RolledOut {
  /** How a new version takes over; replaces `strategy`. Its controller has to run in the cluster. `@default` - a Deployment */
  readonly rollout?: RolloutStrategy;
}

/** A Deployment, or a Rollout in its place. */
export type DeployedOrRolledOut =
  | (DeploymentStrategyProps & Without<'rollout', 'a Rollout has its own strategy: leave strategy or rollout out'>)
  | (RolledOut & Without<'strategy', 'a Rollout has its own strategy: leave strategy or rollout out'>);

/** What every Rollout can be told. */
export interface RolloutOptions {
  /** Takes a release back where it makes no progress within `progressDeadlineSeconds`. `@default` false (Argo Rollouts) */
  readonly progressDeadlineAbort?: boolean;
  /** Going back by so many revisions, from 1, skips all steps. `@default` - none is skipped */
  readonly rollbackWindow?: { readonly revisions: number };
  /** AnalysisRuns that are kept, from 0. `@default` 5 of each (Argo Rollouts) */
  readonly analysis?: { readonly successfulRunHistoryLimit?: number; readonly unsuccessfulRunHistoryLimit?: number };
}

/** The new version gets requests in steps. */
export interface CanaryStrategy {
  /** How the steps go. */
  readonly canary: CanaryProps;
}

/** The new version gets all requests at once, after it was looked at. */
export interface BlueGreenStrategy {
  /**
   * How the switch goes. Behind an Application Load Balancer requests may fail with 503 at the switch, whatever readiness gates say:
   * its target group gets the new Pods only afterwards. A canary with `pingPong` does not, nor does a BlueGreenBackend.
   * @finding k8s/valid-rollout-traffic
   */
  readonly blueGreen: BlueGreenProps;
}

/** What both strategies have. */
export interface SharedStrategyProps {
  /** Whether new Pods keep away from the nodes of old ones: always, or by a weight of 1–100. `@default` - they do not */
  readonly antiAffinity?: 'required' | { readonly weight: number };
  /** Seconds until new Pods go after a release was aborted; 0 keeps them. `@default` 30 (Argo Rollouts) */
  readonly abortScaleDownDelaySeconds?: number;
  /** Seconds until old Pods go after the switch, from 0, while load balancers notice. `@default` 30 (Argo Rollouts) */
  readonly scaleDownDelaySeconds?: number;
  /** Old ReplicaSets that wait so at most, from 0. `@default` - all */
  readonly scaleDownDelayRevisionLimit?: number;
  /** Pods that may be missing: a number, or percents. `@default` 25% (Argo Rollouts); 0 where a canary has no traffic routing */
  readonly maxUnavailable?: number | `${number}%`;
}

/** A canary: the Service of the workload leads to the old version, `<name>-canary` to the new one. */
export interface CanaryProps extends SharedStrategyProps {
  /** What happens in which order. `@default` - all at once, as a Deployment does */
  readonly steps?: readonly CanaryStep[];
  /** Shares requests out by a load balancer. `@default` - by the numbers of Pods behind one Service */
  readonly trafficRouting?: CanaryTraffic;
  /** Measures while the steps go on, and takes the release back when it fails. `@default` - nothing is measured */
  readonly analysis?: BackgroundAnalysis;
  /** Pods above the wanted number; traffic routing passes over it. `@default` 25% (Argo Rollouts) */
  readonly maxSurge?: number | `${number}%`;
  /** Lowers the old Pods as the new ones get requests; with traffic routing, not beside `scaleDownDelaySeconds`. `@default` false */
  readonly dynamicStableScale?: boolean;
  /** Fewest Pods of either version while a release goes on, from 1; with traffic routing only. `@default` - as the weight asks */
  readonly minPodsPerReplicaSet?: number;
  /**
   * Two Services, `<name>-ping` and `<name>-pong`, which take turns: the only way in which readiness gates of the load balancer hold
   * through a release. With traffic routing only. `@default` false
   */
  readonly pingPong?: boolean;
  /** Share or number of new Pods that have to be ready for the next step. `@default` - all */
  readonly replicaProgressThreshold?: { readonly type: 'Percent' | 'Pods'; readonly value: number };
  /** Labels and annotations that Pods have while they are new. `@default` - none */
  readonly canaryMetadata?: EphemeralMetadata;
  /** Labels and annotations that Pods have while they are the old version. `@default` - none */
  readonly stableMetadata?: EphemeralMetadata;
}

/** Who shares requests out. */
export interface CanaryTraffic {
  /**
   * An Application Load Balancer. The Ingresses are those of the chart that have the workload as a backend: its path is rendered
   * with `use-annotation`, and the controller writes the action with its weights. On a plain cluster requests are shared out by Pods.
   */
  readonly alb: AlbTraffic;
  /** Names that `setHeaderRoute` uses. `@default` - none */
  readonly managedRoutes?: readonly string[];
}

/** How a load balancer of AWS shares requests out. */
export interface AlbTraffic {
  /** Name of the port that is shared out. `@default` - the first */
  readonly port?: string;
  /** Keeps a client with the version it has met, for 1–604 800 seconds. `@default` - each request is shared out anew */
  readonly stickinessSeconds?: number;
  /** Ingresses of the namespace that others make. `@default` - every AlbIngress that has the workload as a backend */
  readonly ingresses?: readonly string[];
}

/** Blue-green: the Service of the workload leads to the version in use, `<name>-preview` to the next one. */
export interface BlueGreenProps extends SharedStrategyProps {
  /** Whether the switch comes by itself; `false` waits for somebody. `@default` true (Argo Rollouts) */
  readonly autoPromotionEnabled?: boolean;
  /** Seconds that it waits before it does, from 1. `@default` - it does not wait */
  readonly autoPromotionSeconds?: number;
  /** Pods of the new version before the switch, from 1. `@default` - as many as are in use */
  readonly previewReplicaCount?: number;
  /** Measures the new version before the switch, and keeps it from happening. `@default` - nothing is measured */
  readonly prePromotionAnalysis?: RolloutAnalysis;
  /** Measures after the switch, and takes it back. `@default` - nothing is measured */
  readonly postPromotionAnalysis?: RolloutAnalysis;
  /** Labels and annotations that Pods have before the switch. `@default` - none */
  readonly previewMetadata?: EphemeralMetadata;
  /** Labels and annotations that Pods have in use. `@default` - none */
  readonly activeMetadata?: EphemeralMetadata;
}
