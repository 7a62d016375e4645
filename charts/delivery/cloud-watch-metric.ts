/** Queries to Amazon CloudWatch; the controller needs `cloudwatch:GetMetricData`. */
export interface CloudWatchMetric {
  /** Length of time that is asked for. `@default` 5m (Argo Rollouts) */
  readonly interval?: `${number}s` | `${number}m` | `${number}h`;
  /** At least one; the answer of the one with `returnData` is measured. */
  readonly metricDataQueries: readonly CloudWatchQuery[];
}

/** A metric, or an expression over others. */
export type CloudWatchQuery = CloudWatchQueryOptions &
  ({ readonly expression: string } | { readonly metricStat: CloudWatchStat });

/** What every query has. */
export interface CloudWatchQueryOptions {
  /** Name of its result: it begins with a small letter. */
  readonly id: string;
  /** What it is called in answers. `@default` - the id */
  readonly label?: string;
  /** Seconds of a data point: 1, 5, 10, 30, or a multiple of 60. `@default` - of the metric */
  readonly period?: number;
  /** Whether its result is given back. `@default` true (CloudWatch) */
  readonly returnData?: boolean;
}

/** A statistic of one metric. */
export interface CloudWatchStat {
  /** Which metric. */
  readonly metric: {
    /** Such as `AWS/ApplicationELB`. */
    readonly namespace: string;
    /** Such as `HTTPCode_Target_5XX_Count`. */
    readonly metricName: string;
    /** Name → value. `@default` - none */
    readonly dimensions?: Readonly<Record<string, string>>;
  };
  /** Seconds of a data point: 1, 5, 10, 30, or a multiple of 60. */
  readonly period: number;
  /** Such as `Sum` or `p99`. */
  readonly stat: string;
  /** Unit of the values. `@default` - that of the metric */
  readonly unit?: string;
}
