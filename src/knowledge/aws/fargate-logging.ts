/**
 * The log router of Fargate reads one ConfigMap; its form and what it takes are those of EKS.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html (read in November 2026)
 */
export const FARGATE_LOGGING = {
  namespace: 'aws-observability',
  label: { key: 'aws-observability', value: 'enabled' },
  configMap: 'aws-logging',
  /** Characters that all its content may have together. */
  most: 5300,
  /** Whether the router's own logs go to CloudWatch: true or false, as text. */
  ownLogs: 'flb_log_cw',
} as const;

interface LogFile {
  /** The only section it may hold. */
  readonly section: 'OUTPUT' | 'FILTER' | 'PARSER';
  /** Plugins that EKS takes there; absent where any name is your own. */
  readonly plugins?: readonly string[];
}

/** Keys of the ConfigMap that hold sections. EKS writes SERVICE and INPUT itself. */
export const FARGATE_LOG_FILES: Readonly<Record<'output.conf' | 'filters.conf' | 'parsers.conf', LogFile>> = {
  'output.conf': {
    section: 'OUTPUT',
    plugins: ['es', 'firehose', 'kinesis_firehose', 'cloudwatch', 'cloudwatch_logs', 'kinesis'],
  },
  'filters.conf': {
    section: 'FILTER',
    plugins: ['grep', 'parser', 'record_modifier', 'rewrite_tag', 'throttle', 'nest', 'modify', 'kubernetes'],
  },
  'parsers.conf': { section: 'PARSER' },
};

/** Keys that EKS sets itself and refuses, in lower case, by their beginnings. */
export const FARGATE_LOG_REFUSED: readonly string[] = ['kube_url', 'kube_ca_file', 'kube_token_'];

/**
 * What an output cannot do without, in lower case; of several in a row one is enough.
 * @see https://docs.fluentbit.io/manual/data-pipeline/outputs/cloudwatch
 * @see https://docs.fluentbit.io/manual/data-pipeline/outputs/firehose
 * @see https://docs.fluentbit.io/manual/data-pipeline/outputs/kinesis
 */
export const FARGATE_LOG_NEEDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  cloudwatch_logs: [['region'], ['log_group_name'], ['log_stream_name', 'log_stream_prefix']],
  cloudwatch: [['region'], ['log_group_name'], ['log_stream_name', 'log_stream_prefix']],
  kinesis_firehose: [['region'], ['delivery_stream']],
  firehose: [['region'], ['delivery_stream']],
  kinesis: [['region'], ['stream']],
};

/** Days that a log group of CloudWatch can keep logs. */
export type LogRetentionDays =
  | 1
  | 3
  | 5
  | 7
  | 14
  | 30
  | 60
  | 90
  | 120
  | 150
  | 180
  | 365
  | 400
  | 545
  | 731
  | 1096
  | 1827
  | 2192
  | 2557
  | 2922
  | 3288
  | 3653;

/**
 * The same as a list; a group without one of them keeps its logs for ever.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html (read in November 2026)
 */
export const LOG_RETENTION_DAYS: readonly LogRetentionDays[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
