/** What the door passes on of this folder. */
export type { SharedOut } from '../shared/shared-out';

export type {
  AnalysisMetric,
  JobMetric,
  MetricProvider,
  PrometheusMetric,
  Sigv4,
  WebMetric,
} from './analysis-metric';
export type {
  AnalysisArgument,
  BackgroundAnalysis,
  EphemeralMetadata,
  NamedTemplate,
  RolloutAnalysis,
  TemplateInput,
} from './analysis-props';
export { AnalysisTemplate, type AnalysisTemplateProps, type TemplateArgument } from './analysis-template';
export { BlueGreenBackend, type BlueGreenBackendProps } from './blue-green';
export type {
  AnalysisStep,
  CanaryStep,
  ExperimentAnalysis,
  ExperimentStep,
  ExperimentTemplate,
  HeaderMatch,
  Pause,
  PluginStep,
  RolloutExperiment,
  SetCanaryScale,
  SetHeaderRoute,
  SetWeight,
} from './canary-steps';
export type { CloudWatchMetric, CloudWatchQuery, CloudWatchQueryOptions, CloudWatchStat } from './cloud-watch-metric';
export type {
  AlbTraffic,
  BlueGreenProps,
  BlueGreenStrategy,
  CanaryProps,
  CanaryStrategy,
  CanaryTraffic,
  DeployedOrRolledOut,
  RolledOut,
  RolloutOptions,
  RolloutStrategy,
  SharedStrategyProps,
} from './strategy-props';
