import type { JobSpec } from '../../imports/k8s';
import type { DurationText } from '../../src/grammar/amounts';
import type { Labels } from '../shared/labels';
import type { EphemeralMetadata } from './analysis-props';
import type { CloudWatchMetric } from './cloud-watch-metric';

/** What is measured, how often, and what is good. */
export interface AnalysisMetric {
  /** Name of the metric; no other of the analysis has it. */
  readonly name: string;
  /** Who is asked: one of them. */
  readonly provider: MetricProvider;
  /** Time between measurements; without `count` it measures until the release ends. `@default` - it measures once */
  readonly interval?: DurationText;
  /** Measurements, from 1; more than one needs `interval`. `@default` - 1, and with `interval` without an end */
  readonly count?: number;
  /** Time before the first measurement. `@default` - none */
  readonly initialDelay?: DurationText;
  /** An expression over `result` that holds for a good measurement, such as `result[0] < 0.01`. `@default` - see failureCondition */
  readonly successCondition?: string;
  /** An expression that holds for a bad one. Without either condition every measurement is good. `@default` - what is not good */
  readonly failureCondition?: string;
  /** Bad measurements that are borne, from 0; -1 bears all. `@default` 0 (Argo Rollouts) */
  readonly failureLimit?: number;
  /** Measurements that say nothing and are borne, from 0; -1 bears all. `@default` 0 (Argo Rollouts) */
  readonly inconclusiveLimit?: number;
  /** Errors in a row that are borne, from 0. `@default` 4 (Argo Rollouts) */
  readonly consecutiveErrorLimit?: number;
  /** Good measurements in a row that end it, from 1. `@default` - they do not end it */
  readonly consecutiveSuccessLimit?: number;
}

/** Who is asked for a measurement. */
export type MetricProvider =
  | { readonly prometheus: PrometheusMetric }
  | { readonly cloudWatch: CloudWatchMetric }
  | { readonly web: WebMetric }
  | { readonly job: JobMetric };

/** How requests are signed for AWS, such as for Amazon Managed Service for Prometheus. */
export interface Sigv4 {
  /** Region of the service. */
  readonly region: string;
  /** Role that the controller takes on. `@default` - the controller's own */
  readonly roleArn?: string;
  /** Profile of the controller's configuration. `@default` - none */
  readonly profile?: string;
}

/** A query to Prometheus. */
export interface PrometheusMetric {
  /** Address of the server. */
  readonly address: string;
  /** In PromQL; `{{args.name}}` stands for an argument. */
  readonly query: string;
  /** Seconds until it is given up, from 1. `@default` 30 (Argo Rollouts) */
  readonly timeoutSeconds?: number;
  /** Whether certificates are not looked at. `@default` false */
  readonly insecure?: boolean;
  /** Headers of the request. `@default` - none */
  readonly headers?: Labels;
  /** Asks for a stretch of time, by expressions such as `now() - duration("5m")`. `@default` - the newest value */
  readonly rangeQuery?: { readonly start: string; readonly end: string; readonly step: string };
  /** Signs requests for AWS. `@default` - they are not signed */
  readonly sigv4?: Sigv4;
}

/** A request whose answer in JSON is measured. */
export interface WebMetric {
  /** Address that is asked. */
  readonly url: string;
  /** Method of the request. `@default` GET (Argo Rollouts) */
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Headers of the request. `@default` - none */
  readonly headers?: Labels;
  /** Body as text. `@default` - none */
  readonly body?: string;
  /** Where the value lies in the answer, such as `{$.data.ok}`. `@default` - the whole answer */
  readonly jsonPath?: string;
  /** Seconds until it is given up, from 1. `@default` 10 (Argo Rollouts) */
  readonly timeoutSeconds?: number;
  /** Whether certificates are not looked at. `@default` false */
  readonly insecure?: boolean;
  /** Signs requests for AWS. `@default` - they are not signed */
  readonly sigv4?: Sigv4;
}

/** A Job whose success is the measurement. */
export interface JobMetric {
  /** The Job as Kubernetes has it. */
  readonly spec: JobSpec;
  /** Labels and annotations of the Job. `@default` - none */
  readonly metadata?: EphemeralMetadata;
}
