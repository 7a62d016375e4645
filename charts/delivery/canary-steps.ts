import type { EphemeralMetadata, RolloutAnalysis, TemplateInput } from './analysis-props';

/**
 * One step of a canary; each has one key. A changed list of steps starts a release that is under way again from its first step.
 * @see https://argo-rollouts.readthedocs.io/en/release-1.10/features/canary/
 */
export type CanaryStep =
  | SetWeight
  | Pause
  | SetCanaryScale
  | SetHeaderRoute
  | AnalysisStep
  | ExperimentStep
  | PluginStep;

/** Sends a share of the requests to the new version. */
export interface SetWeight {
  /** Percent of the requests, 0–100; without traffic routing the nearest share of the Pods. */
  readonly setWeight: number;
}

/** Waits. */
export interface Pause {
  /** `{}` waits until somebody promotes the release, and keeps a sync open as long. */
  readonly pause: {
    /** Seconds, or a number with `s`, `m` or `h`. `@default` - until somebody promotes it */
    readonly duration?: number | `${number}s` | `${number}m` | `${number}h`;
  };
}

/** Runs a number of new Pods that is not what the weight asks for; with traffic routing only. */
export interface SetCanaryScale {
  /** One of the three. */
  readonly setCanaryScale:
    | { readonly weight: number }
    | { readonly replicas: number }
    | { readonly matchTrafficWeight: true };
}

/** Sends requests with a header to the new version, whatever the weight; with traffic routing only. */
export interface SetHeaderRoute {
  /**
   * The controller puts a path at the top of every rule of the Ingress for it, which a sync takes back: only for an Ingress that
   * Argo CD does not heal.
   */
  readonly setHeaderRoute: {
    /** One of `trafficRouting.managedRoutes`. */
    readonly name: string;
    /** Headers; several of one name are alternatives. `@default` - the route is taken away */
    readonly match?: readonly HeaderMatch[];
  };
}

/** A header of a request. A load balancer of AWS compares whole values only. */
export interface HeaderMatch {
  /** Name of the header. */
  readonly headerName: string;
  /** Its whole value. */
  readonly headerValue: { readonly exact: string };
}

/** Measures, and goes on when the measurements are good. */
export interface AnalysisStep {
  /** What is measured; it has to end, so each metric with an interval has a count. */
  readonly analysis: RolloutAnalysis;
}

/** Runs Pods of both versions beside each other for a while, to compare them. */
export interface ExperimentStep {
  /** What is run and measured. */
  readonly experiment: RolloutExperiment;
}

/** Pods of the old or the new version that run beside the release. */
export interface ExperimentTemplate {
  /** Ends the names of what is made. */
  readonly name: string;
  /** The Pod template that is taken. */
  readonly specRef: 'canary' | 'stable';
  /** Pods that run, from 0. `@default` 1 (Argo Rollouts) */
  readonly replicas?: number;
  /** Percent of the requests that they get, 0–100; with traffic routing only. `@default` - none */
  readonly weight?: number;
  /** A Service of their own, by its name; `true` lets the controller name it. `@default` - none */
  readonly service?: true | string;
  /** Labels and annotations of the Pods. `@default` - none */
  readonly metadata?: EphemeralMetadata;
  /** Labels that select the Pods, where other workloads share theirs. `@default` - those of the Rollout */
  readonly selector?: Readonly<Record<string, string>>;
}

/** An analysis of an experiment. */
export interface ExperimentAnalysis extends Pick<RolloutAnalysis, 'args'> {
  /** Name of the analysis in the experiment. */
  readonly name: string;
  /** What is measured. */
  readonly template: TemplateInput;
  /** Whether the experiment ends with it. `@default` false (Argo Rollouts) */
  readonly requiredForCompletion?: boolean;
}

/** What an experiment runs and measures. */
export interface RolloutExperiment extends Pick<RolloutAnalysis, 'dryRun' | 'analysisRunMetadata'> {
  /** At least one. */
  readonly templates: readonly ExperimentTemplate[];
  /** What is measured while they run. `@default` - none */
  readonly analyses?: readonly ExperimentAnalysis[];
  /** How long they run: a number with `s`, `m` or `h`. `@default` - until its analyses are complete */
  readonly duration?: `${number}s` | `${number}m` | `${number}h`;
  /** Seconds until its Pods go after its end, from 0. `@default` 30 (Argo Rollouts) */
  readonly scaleDownDelaySeconds?: number;
}

/** A step that a plugin of the controller carries out. */
export interface PluginStep {
  /** As the controller's ConfigMap names it, with what it takes. */
  readonly plugin: { readonly name: string; readonly config?: Readonly<Record<string, unknown>> };
}
