import type { PrometheusDurationText } from '../../src/grammar/amounts';
import type { Patch } from '../shared/override';
import type { TelemetryIdentity, TelemetryPodProps } from './telemetry-pod';

/** What the collector can be told, beside its role and what it takes. */
export interface AdotCollectorOptions extends TelemetryPodProps {
  /**
   * `deployment` is one Service for all senders; `statefulSet` is the same with Pods that keep their names; `daemonSet` is one
   * Pod on each node, which Pods of the node reach at the node's address, and not on Fargate. A changed one is a new workload.
   * @default deployment
   */
  readonly mode?: 'deployment' | 'statefulSet' | 'daemonSet';
  /** Pods, but of a `daemonSet`. With `scrape` 1 alone, since each Pod would scrape everything. `@default` 1 */
  readonly replicas?: number;
  /** What is asked for metrics, as Prometheus does. `@default` - nothing */
  readonly scrape?: readonly ScrapeJob[];
  /** Whole seconds for which data is gathered before it is sent, 1–300. `@default` - 0.2 seconds (the collector) */
  readonly batchSeconds?: number;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: {
    readonly configMap?: Patch;
    /** Of the Deployment, StatefulSet or DaemonSet. */
    readonly workload?: Patch;
    readonly container?: Patch;
    readonly service?: Patch;
    readonly serviceAccount?: Patch;
  };
}

/** Traces are taken. */
export interface TracesPipeline {
  /** What becomes of traces, which come by OTLP: X-Ray has them (`xray:PutTraceSegments`). `@default` - none are taken */
  readonly traces: 'xray';
}

/** Metrics are taken. */
export interface MetricsPipeline {
  /** Where metrics go, which come by OTLP and by `scrape`. `@default` - none are taken */
  readonly metrics: MetricsTargets;
}

/** Traces, metrics or both: one that takes nothing would refuse all that is sent to it. */
export type CollectedData = (TracesPipeline & Partial<MetricsPipeline>) | (MetricsPipeline & Partial<TracesPipeline>);

/** Its role, what it takes, and what it can be told. */
export type AdotCollectorProps = TelemetryIdentity & CollectedData & AdotCollectorOptions;

/** Amazon Managed Service for Prometheus. */
export interface AmpTarget {
  /** Amazon Managed Service for Prometheus (`aps:RemoteWrite`): the id of a workspace, `ws-…`, of the environment's region. */
  readonly amp: string;
}

/** CloudWatch. */
export interface CloudWatchTarget {
  /** Log events that CloudWatch makes metrics of (`logs:PutLogEvents`, `logs:CreateLogGroup`, `logs:CreateLogStream`). */
  readonly cloudWatch: CloudWatchMetrics;
}

/** Where metrics go: one of them, or both. */
export type MetricsTargets = (AmpTarget & Partial<CloudWatchTarget>) | (CloudWatchTarget & Partial<AmpTarget>);

/** Metrics in CloudWatch. */
export interface CloudWatchMetrics {
  /** Namespace of the metrics. */
  readonly namespace: string;
  /** The log group of the events. `@default` - `/metrics/<namespace>` (the exporter) */
  readonly logGroup?: string;
}

/** Addresses that are asked for metrics. */
export interface ScrapeJob {
  /** Value of the label `job`. */
  readonly job: string;
  /** Host and port of each, such as `carts.shop.svc:8080`. */
  readonly targets: readonly string[];
  /** Path of the metrics. `@default` /metrics (Prometheus) */
  readonly path?: string;
  /** Time between scrapes, such as `30s`. `@default` 1m (Prometheus) */
  readonly interval?: PrometheusDurationText;
}
