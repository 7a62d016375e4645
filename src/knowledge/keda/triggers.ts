import type { TypedTriggers } from './trigger-props';

/** How a value of a trigger's metadata is spelled; all of them are text. */
export type SettingForm = 'text' | 'integer' | 'number' | 'flag' | 'schedule' | 'timeZone';

/** One value of a trigger: the property, and the key in the metadata. */
export interface TriggerSetting {
  readonly key: string;
  readonly form: SettingForm;
  readonly required?: true;
  /** The least that is taken; with `above`, it has to be more. */
  readonly min?: number;
  readonly above?: true;
  readonly choices?: readonly string[];
  /** `<key>FromEnv` names a variable of the container that holds it. */
  readonly fromEnv?: true;
  /** Left out, it is the environment's region. */
  readonly region?: true;
  /** What stands between the items of a list. */
  readonly between?: string;
}

export interface TriggerRow<T> {
  /** What KEDA calls it. */
  readonly type: string;
  /** Whether it asks AWS, and so needs somebody's identity. */
  readonly aws?: true;
  readonly settings: { readonly [K in keyof Required<T>]: TriggerSetting };
  /** Keys that KEDA knows besides. */
  readonly others: readonly string[];
}

const AWS = ['awsEndpoint', 'identityOwner', 'awsAccessKeyID', 'awsSecretAccessKey'];
const REGION = { key: 'awsRegion', form: 'text', required: true, region: true } as const;
const SHARDS = {
  shardCount: { key: 'shardCount', form: 'integer', min: 1 },
  activationShardCount: { key: 'activationShardCount', form: 'integer', min: 0 },
} as const;

/**
 * Triggers that have properties, with every key of their metadata. KEDA 2.20.2, read in August 2026.
 * @see https://keda.sh/docs/2.20/scalers/
 */
export const TRIGGERS: { readonly [K in keyof TypedTriggers]: TriggerRow<TypedTriggers[K]> } = {
  sqs: {
    type: 'aws-sqs-queue',
    aws: true,
    settings: {
      queueUrl: { key: 'queueURL', form: 'text', required: true, fromEnv: true },
      queueLength: { key: 'queueLength', form: 'integer', min: 1 },
      activationQueueLength: { key: 'activationQueueLength', form: 'integer', min: 0 },
      scaleOnInFlight: { key: 'scaleOnInFlight', form: 'flag' },
      scaleOnDelayed: { key: 'scaleOnDelayed', form: 'flag' },
      region: REGION,
    },
    others: AWS,
  },
  kinesis: {
    type: 'aws-kinesis-stream',
    aws: true,
    settings: { streamName: { key: 'streamName', form: 'text', required: true }, ...SHARDS, region: REGION },
    others: AWS,
  },
  dynamoDbStreams: {
    type: 'aws-dynamodb-streams',
    aws: true,
    settings: { tableName: { key: 'tableName', form: 'text', required: true }, ...SHARDS, region: REGION },
    others: AWS,
  },
  cloudWatch: {
    type: 'aws-cloudwatch',
    aws: true,
    settings: {
      targetMetricValue: { key: 'targetMetricValue', form: 'number', required: true, min: 0, above: true },
      minMetricValue: { key: 'minMetricValue', form: 'number', required: true },
      activationTargetMetricValue: { key: 'activationTargetMetricValue', form: 'number' },
      expression: { key: 'expression', form: 'text' },
      namespace: { key: 'namespace', form: 'text' },
      metricName: { key: 'metricName', form: 'text' },
      dimensionName: { key: 'dimensionName', form: 'text', between: ';' },
      dimensionValue: { key: 'dimensionValue', form: 'text', between: ';' },
      metricStat: {
        key: 'metricStat',
        form: 'text',
        choices: ['Average', 'Sum', 'Maximum', 'Minimum', 'SampleCount'],
      },
      metricStatPeriod: { key: 'metricStatPeriod', form: 'integer', min: 1 },
      metricCollectionTime: { key: 'metricCollectionTime', form: 'integer', min: 1 },
      metricEndTimeOffset: { key: 'metricEndTimeOffset', form: 'integer', min: 0 },
      metricUnit: { key: 'metricUnit', form: 'text' },
      ignoreNullValues: { key: 'ignoreNullValues', form: 'flag' },
      region: REGION,
    },
    others: [...AWS, 'awsAccountId'],
  },
  prometheus: {
    type: 'prometheus',
    settings: {
      serverAddress: { key: 'serverAddress', form: 'text', required: true },
      query: { key: 'query', form: 'text', required: true },
      threshold: { key: 'threshold', form: 'number', required: true, min: 0, above: true },
      activationThreshold: { key: 'activationThreshold', form: 'number' },
      ignoreNullValues: { key: 'ignoreNullValues', form: 'flag' },
      region: { key: 'awsRegion', form: 'text' },
    },
    others: [...AWS, 'namespace', 'queryParameters', 'customHeaders', 'unsafeSsl', 'timeout', 'authModes'],
  },
  kafka: {
    type: 'kafka',
    settings: {
      bootstrapServers: { key: 'bootstrapServers', form: 'text', required: true, fromEnv: true, between: ',' },
      consumerGroup: { key: 'consumerGroup', form: 'text', required: true, fromEnv: true },
      topic: { key: 'topic', form: 'text', fromEnv: true },
      lagThreshold: { key: 'lagThreshold', form: 'integer', min: 1 },
      activationLagThreshold: { key: 'activationLagThreshold', form: 'integer', min: 0 },
      offsetResetPolicy: { key: 'offsetResetPolicy', form: 'text', choices: ['latest', 'earliest'] },
      allowIdleConsumers: { key: 'allowIdleConsumers', form: 'flag' },
      excludePersistentLag: { key: 'excludePersistentLag', form: 'flag' },
      limitToPartitionsWithLag: { key: 'limitToPartitionsWithLag', form: 'flag' },
      version: { key: 'version', form: 'text' },
      mskIamRegion: { key: 'awsRegion', form: 'text' },
    },
    others: [
      ...AWS,
      'ensureEvenDistributionOfPartitions',
      'partitionLimitation',
      'fullMetadata',
      'sasl',
      'saslTokenProvider',
      'tls',
      'unsafeSsl',
    ],
  },
  cron: {
    type: 'cron',
    settings: {
      timezone: { key: 'timezone', form: 'timeZone', required: true },
      start: { key: 'start', form: 'schedule', required: true },
      end: { key: 'end', form: 'schedule', required: true },
      desiredReplicas: { key: 'desiredReplicas', form: 'integer', required: true, min: 1 },
    },
    others: [],
  },
};

/** What an MSK cluster wants of clients that sign in by IAM. */
export const MSK_IAM = { sasl: 'oauthbearer', saslTokenProvider: 'aws_msk_iam', tls: 'enable' } as const;

/** Triggers that Kubernetes measures itself; they cannot wake a workload of no Pods. */
export const RESOURCE_TRIGGERS: readonly string[] = ['cpu', 'memory'];
/** Triggers whose metrics KEDA does not keep. */
export const UNCACHED_TRIGGERS: readonly string[] = [...RESOURCE_TRIGGERS, 'cron'];

export interface AnyTriggerRow {
  readonly type: string;
  readonly aws?: true;
  readonly settings: Readonly<Record<string, TriggerSetting>>;
  readonly others: readonly string[];
}

/** The row of KEDA's own word for a trigger. */
export function triggerOfType(type: string): AnyTriggerRow | undefined {
  return Object.values(TRIGGERS).find((row) => row.type === type);
}
