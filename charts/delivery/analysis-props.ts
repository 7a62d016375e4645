import type { Labels } from '../shared/labels';

/** A template as an analysis takes it: an AnalysisTemplate, or any object that has its name. */
export interface NamedTemplate {
  /** Name of the template. */
  readonly name: string;
  /** Metrics that measure without an end, where they are known. */
  readonly endless?: readonly string[];
  /** Arguments that have to be given, where they are known. */
  readonly asks?: readonly string[];
}

/** An analysis template of the app, or its name; with `clusterScope` a ClusterAnalysisTemplate by its name. */
export type TemplateInput = string | NamedTemplate | { readonly templateName: string; readonly clusterScope?: boolean };

/** What an argument of a template holds: a text, or what the controller looks up when the analysis starts. */
export type AnalysisArgument =
  | string
  | { readonly podTemplateHashValue: 'Stable' | 'Latest' }
  | { readonly fieldPath: string };

/** Measurements that decide whether a release goes on. */
export interface RolloutAnalysis {
  /** The templates whose metrics are measured; at least one, and no metric name twice over all of them. */
  readonly templates: readonly TemplateInput[];
  /**
   * Values of the templates' arguments by their names; every argument without a value of its own has one. A `fieldPath` is read
   * from the Rollout, such as `metadata.labels['region']`. `@default` - none
   */
  readonly args?: Readonly<Record<string, AnalysisArgument>>;
  /** Names of metrics that are measured and decide nothing; `*` means all. `@default` - none */
  readonly dryRun?: readonly string[];
  /** Measurements that are kept of a metric, by its name; from 1. `@default` - the last 10 (Argo Rollouts) */
  readonly measurementRetention?: Readonly<Record<string, number>>;
  /** Labels and annotations of the AnalysisRuns that the controller makes. `@default` - none */
  readonly analysisRunMetadata?: EphemeralMetadata;
}

/** An analysis that goes on while the steps do; a failure takes the release back. */
export interface BackgroundAnalysis extends RolloutAnalysis {
  /** Index of the step with which it starts, from 0. `@default` - it starts with the release */
  readonly startingStep?: number;
}

/** Labels and annotations that Pods, or runs, have for a while. */
export interface EphemeralMetadata {
  /** Labels. `@default` - none */
  readonly labels?: Labels;
  /** Annotations. `@default` - none */
  readonly annotations?: Labels;
}
