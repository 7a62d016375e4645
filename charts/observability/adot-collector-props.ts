import type { PrometheusDurationText } from '../../src/grammar/amounts';
import type { Patch } from '../shared/override';
import type { Named } from '../workload/values';
import type { TelemetryPodProps } from './telemetry-pod';

export interface AdotCollectorProps extends TelemetryPodProps {
  /**
   * `deployment` is one Service for all senders; `statefulSet` is the same with Pods that keep their names; `daemonSet` is one
   * Pod on each node, which Pods of the node reach at the node's address, and not on Fargate. A changed one is a new workload.
   * @default deployment
   */
  readonly mode?: 'deployment' | 'statefulSet' | 'daemonSet';
  /** Pods, but of a `daemonSet`. With `scrape` 1 alone, since each Pod would scrape everything. `@default` 1 */
  readonly replicas?: number;
  /** Name of a role under `identity.iamRoles` that may write where it sends. A ServiceAccount is made for it. */
  readonly iamRole?: string;
  /** An existing ServiceAccount with such a role, instead of `iamRole`. */
  readonly serviceAccount?: Named;
  /** What becomes of traces, which come by OTLP: X-Ray has them (`xray:PutTraceSegments`). `@default` - none are taken */
  readonly traces?: 'xray';
  /** Where metrics go, which come by OTLP and by `scrape`. `@default` - none are taken */
  readonly metrics?: MetricsTargets;
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

/** Where metrics go. */
export interface MetricsTargets {
  /** Amazon Managed Service for Prometheus (`aps:RemoteWrite`): the id of a workspace, `ws-…`, of the environment's region. */
  readonly amp?: string;
  /** Log events that CloudWatch makes metrics of (`logs:PutLogEvents`, `logs:CreateLogGroup`, `logs:CreateLogStream`). */
  readonly cloudWatch?: CloudWatchMetrics;
}

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
