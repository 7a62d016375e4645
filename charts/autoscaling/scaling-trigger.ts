import type {
  CloudWatchTrigger,
  CronTrigger,
  DynamoDbStreamsTrigger,
  KafkaTrigger,
  KinesisTrigger,
  PrometheusTrigger,
  SqsTrigger,
} from '../../src/knowledge/keda/trigger-props';

import type { Without } from '../shared/without';

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

/** What Pods use of a resource. */
export interface ResourceTrigger {
  /** Percent of the requests from 1, or an amount such as `500m`. */
  readonly value: number | string;
  /** The container that is measured. `@default` - all of the Pod */
  readonly containerName?: string;
}

/** What KEDA scales by; each item is one of these. CPU and memory alone need `minReplicas` of 1 or more. */
export type ScalingTrigger = TriggerOptions &
  (
    | { readonly sqs: SqsTrigger }
    | { readonly kinesis: KinesisTrigger }
    | { readonly dynamoDbStreams: DynamoDbStreamsTrigger }
    | { readonly cloudWatch: CloudWatchTrigger }
    | { readonly prometheus: PrometheusTrigger }
    | { readonly kafka: KafkaTrigger }
    | { readonly cron: CronTrigger }
    | { readonly cpu: ResourceTrigger }
    | { readonly memory: ResourceTrigger }
    | OtherTrigger
  );

/** What starts Jobs: `cpu` and `memory` are measured of Pods that run already. */
export type JobTrigger = ScalingTrigger &
  Without<
    'cpu' | 'memory',
    'no Job starts by what running Pods use: take a trigger that counts work, or a ScaledObject'
  >;

/** What KEDA measures and no property here stands for. */
export interface OtherTrigger {
  /** KEDA's word for the trigger, such as `rabbitmq`. */
  readonly type: string;
  /** As KEDA takes it: all values are text. */
  readonly metadata: Readonly<Record<string, string>>;
}
