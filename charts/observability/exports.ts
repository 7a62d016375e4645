/** What the door passes on of this folder. */
export { AdotCollector } from './adot-collector';
export type {
  AdotCollectorOptions,
  AdotCollectorProps,
  AmpTarget,
  CloudWatchMetrics,
  CloudWatchTarget,
  CollectedData,
  MetricsPipeline,
  MetricsTargets,
  ScrapeJob,
  TracesPipeline,
} from './adot-collector-props';
export { FluentBit } from './fluent-bit';
export type {
  BuiltInMultiline,
  FieldParser,
  FluentBitOptions,
  FluentBitProps,
  LogFilter,
  LogParser,
  MultilineParser,
} from './fluent-bit-props';
export { PodMonitor, type PodMonitorProps } from './pod-monitor';
export {
  PrometheusRule,
  type PrometheusRuleGroup,
  type PrometheusRuleItem,
  type PrometheusRuleProps,
} from './prometheus-rule';
export type { ScrapeProps } from './scrape';
export { ServiceMonitor, type ServiceMonitorProps } from './service-monitor';
export type { TelemetryAccount, TelemetryIdentity, TelemetryPodProps, TelemetryRole } from './telemetry-pod';
