import type {
  CloudWatchTrigger,
  CronTrigger,
  DynamoDbStreamsTrigger,
  KafkaTrigger,
  KinesisTrigger,
  PrometheusTrigger,
  SqsTrigger,
} from '../../src/knowledge/keda/trigger-props';

/** Who asks: a TriggerAuthentication by its name or itself, or one of the whole cluster. */
export type AuthenticationInput =
  | string
  | { readonly name: string; readonly kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication' };

/** What every trigger can be told. */
export interface TriggerOptions {
  /** For formulas; each has another. `@default` - none */
  readonly name?: string;
  /** As whom KEDA asks. `@default` - AWS is asked as `identity` says, everybody else as nobody */
  readonly authentication?: AuthenticationInput;
  /** `AverageValue` is per Pod, `Value` of all together. `@default` AverageValue (KEDA); Utilization for cpu and memory */
  readonly metricType?: 'AverageValue' | 'Value' | 'Utilization';
  /** Whether the number is asked for every `pollingSeconds` only, and not by each look of Kubernetes. `@default` false (KEDA) */
  readonly useCachedMetrics?: boolean;
}

/** Scales by a queue of SQS. */
export interface SqsScaling extends TriggerOptions {
  /** The queue. */
  readonly sqs: SqsTrigger;
}
/** Scales by a stream of Kinesis. */
export interface KinesisScaling extends TriggerOptions {
  /** The stream. */
  readonly kinesis: KinesisTrigger;
}
/** Scales by the stream of a DynamoDB table. */
export interface DynamoDbStreamsScaling extends TriggerOptions {
  /** The table. */
  readonly dynamoDbStreams: DynamoDbStreamsTrigger;
}
/** Scales by a metric of CloudWatch. */
export interface CloudWatchScaling extends TriggerOptions {
  /** The metric. */
  readonly cloudWatch: CloudWatchTrigger;
}
/** Scales by a query of Prometheus. */
export interface PrometheusScaling extends TriggerOptions {
  /** The query. */
  readonly prometheus: PrometheusTrigger;
}
/** Scales by the lag of a Kafka consumer. */
export interface KafkaScaling extends TriggerOptions {
  /** The consumer group. */
  readonly kafka: KafkaTrigger;
}
/** Scales by the clock. */
export interface CronScaling extends TriggerOptions {
  /** The hours. */
  readonly cron: CronTrigger;
}
/** Scales by CPU; alone it needs `minReplicas` of 1 or more. */
export interface CpuScaling extends TriggerOptions {
  /** Percent of the requests, or with metricType AverageValue an amount. */
  readonly cpu: ResourceTrigger;
}
/** Scales by memory; alone it needs `minReplicas` of 1 or more. */
export interface MemoryScaling extends TriggerOptions {
  /** Percent of the requests, or with metricType AverageValue an amount. */
  readonly memory: ResourceTrigger;
}
/** Scales by what KEDA measures and no property here stands for. */
export interface OtherScaling extends TriggerOptions {
  /** KEDA's word for the trigger, such as `rabbitmq`. */
  readonly type: string;
  /** As KEDA takes it: all values are text. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What Pods use of a resource. */
export interface ResourceTrigger {
  /** Percent of the requests from 1, or an amount such as `500m`. */
  readonly value: number | string;
  /** The container that is measured. `@default` - all of the Pod */
  readonly containerName?: string;
}

/** What KEDA scales by; of each item one of these. */
export type ScalingTrigger =
  | SqsScaling
  | KinesisScaling
  | DynamoDbStreamsScaling
  | CloudWatchScaling
  | PrometheusScaling
  | KafkaScaling
  | CronScaling
  | CpuScaling
  | MemoryScaling
  | OtherScaling;
