/** Text, or the name of a variable of the scaled container that holds it. */
export type TextOrVariable = string | { readonly env: string };

/** Scales by the messages of an SQS queue. */
export interface SqsTrigger {
  /** Address of the queue. */
  readonly queueUrl: TextOrVariable;
  /** Messages that one Pod is to have, from 1. `@default` 5 (KEDA) */
  readonly queueLength?: number;
  /** More messages than this wake a workload of no Pods, from 0. `@default` 0 (KEDA) */
  readonly activationQueueLength?: number;
  /** Whether messages count that are being worked on; with `false` Pods are stopped at their work. `@default` true (KEDA) */
  readonly scaleOnInFlight?: boolean;
  /** Whether messages count that are delayed. `@default` false (KEDA) */
  readonly scaleOnDelayed?: boolean;
  /** Region of the queue. `@default` the one in its address, else the environment's */
  readonly region?: string;
}

/** Scales by the open shards of a Kinesis stream. */
export interface KinesisTrigger {
  /** Name of the stream. */
  readonly streamName: string;
  /** Shards that one Pod reads, from 1. `@default` 2 (KEDA) */
  readonly shardCount?: number;
  /** More shards than this wake a workload of no Pods, from 0. `@default` 0 (KEDA) */
  readonly activationShardCount?: number;
  /** Region of the stream. `@default` the environment's */
  readonly region?: string;
}

/** Scales by the shards of a DynamoDB stream. */
export interface DynamoDbStreamsTrigger {
  /** Name of the table. */
  readonly tableName: string;
  /** Shards that one Pod reads, from 1. `@default` 2 (KEDA) */
  readonly shardCount?: number;
  /** More shards than this wake a workload of no Pods, from 0. `@default` 0 (KEDA) */
  readonly activationShardCount?: number;
  /** Region of the table. `@default` the environment's */
  readonly region?: string;
}

/** Scales by a metric of CloudWatch: give `expression`, or the metric with its dimensions. */
export interface CloudWatchTrigger {
  /** Value that one Pod is to have, above 0. */
  readonly targetMetricValue: number;
  /** Value that counts where CloudWatch has none, so that nothing is scaled in by an empty answer unless it is low. */
  readonly minMetricValue: number;
  /** Higher values than this wake a workload of no Pods. `@default` 0 (KEDA) */
  readonly activationTargetMetricValue?: number;
  /** A metric query, instead of `namespace`, `metricName` and dimensions. */
  readonly expression?: string;
  /** Namespace of the metric, such as `AWS/ApplicationELB`. */
  readonly namespace?: string;
  /** Name of the metric. */
  readonly metricName?: string;
  /** Names of the dimensions, in the order of `dimensionValue`. */
  readonly dimensionName?: readonly string[];
  /** Values of the dimensions. */
  readonly dimensionValue?: readonly string[];
  /** How values of a period become one. `@default` Average (KEDA) */
  readonly metricStat?: 'Average' | 'Sum' | 'Maximum' | 'Minimum' | 'SampleCount';
  /** Seconds of a period: 1, 5, 10, 30 or a multiple of 60. `@default` 300 (KEDA) */
  readonly metricStatPeriod?: number;
  /** Seconds that are looked back, a multiple of the period. `@default` 300 (KEDA) */
  readonly metricCollectionTime?: number;
  /** Seconds that the newest values are left out, because they are not complete. `@default` 0 (KEDA) */
  readonly metricEndTimeOffset?: number;
  /** Unit of the metric, as CloudWatch spells it. `@default` - any */
  readonly metricUnit?: string;
  /** Whether no value means 0; `false` makes it an error, which `fallback` can catch. `@default` true (KEDA) */
  readonly ignoreNullValues?: boolean;
  /** Region of the metric. `@default` the environment's */
  readonly region?: string;
}

/** Scales by what a query of Prometheus returns. */
export interface PrometheusTrigger {
  /** Address of Prometheus, or of a workspace of Amazon Managed Service for Prometheus. */
  readonly serverAddress: string;
  /** PromQL that returns one number. */
  readonly query: string;
  /** Value that one Pod is to have, above 0. */
  readonly threshold: number;
  /** Higher values than this wake a workload of no Pods. `@default` 0 (KEDA) */
  readonly activationThreshold?: number;
  /** Whether no value means 0; `false` makes it an error, which `fallback` can catch. `@default` true (KEDA) */
  readonly ignoreNullValues?: boolean;
  /** Region of the workspace; requests are signed where it is given. `@default` - they are not signed */
  readonly region?: string;
}

/** Scales by the lag of a consumer group of Kafka. */
export interface KafkaTrigger {
  /** Brokers, each with its port. */
  readonly bootstrapServers: readonly string[] | { readonly env: string };
  /** The group whose lag counts. */
  readonly consumerGroup: TextOrVariable;
  /** The topic whose lag counts. `@default` - all that the group reads */
  readonly topic?: TextOrVariable;
  /** Messages that one Pod may be behind, from 1. `@default` 10 (KEDA) */
  readonly lagThreshold?: number;
  /** A larger lag than this wakes a workload of no Pods, from 0. `@default` 0 (KEDA) */
  readonly activationLagThreshold?: number;
  /** Where a group begins that never read. `@default` latest (KEDA) */
  readonly offsetResetPolicy?: 'latest' | 'earliest';
  /** Whether there may be more Pods than partitions. `@default` false (KEDA) */
  readonly allowIdleConsumers?: boolean;
  /** Whether partitions do not count whose offset does not move. `@default` false (KEDA) */
  readonly excludePersistentLag?: boolean;
  /** Whether only partitions with a lag are counted; needs a topic. `@default` false (KEDA) */
  readonly limitToPartitionsWithLag?: boolean;
  /** Version of the brokers, such as `3.6.0`. `@default` 1.0.0 (KEDA) */
  readonly version?: string;
  /** Region of an MSK cluster whose clients sign in by IAM, over TLS. `@default` - by what `authentication` gives */
  readonly mskIamRegion?: string;
}

/** Runs a number of Pods at certain hours; outside of them the other triggers decide, or the minimum. */
export interface CronTrigger {
  /** By its IANA name, such as `Europe/Berlin`. */
  readonly timezone: string;
  /** When it begins: five fields as in a CronJob. */
  readonly start: string;
  /** When it ends; other than `start`. The Pods go `cooldownPeriod` seconds later. */
  readonly end: string;
  /** Pods that run between the two, from 1. */
  readonly desiredReplicas: number;
}

/** Triggers by the property that holds them. */
export interface TypedTriggers {
  readonly sqs: SqsTrigger;
  readonly kinesis: KinesisTrigger;
  readonly dynamoDbStreams: DynamoDbStreamsTrigger;
  readonly cloudWatch: CloudWatchTrigger;
  readonly prometheus: PrometheusTrigger;
  readonly kafka: KafkaTrigger;
  readonly cron: CronTrigger;
}
