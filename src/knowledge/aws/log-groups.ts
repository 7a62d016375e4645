/**
 * Days for which both CloudWatch Logs and Fluent Bit can be told to keep events. Read on 2026-11-29.
 * @see https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const RETENTION_DAYS: readonly RetentionDays[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653,
];

/** Days for which events are kept. */
export type RetentionDays = 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1827 | 3653;

/**
 * The name of a log group.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
 */
const LOG_GROUP = /^(?!aws\/)[\w./#-]{1,512}$/;

/** Why a text is not the name of a log group, as a part of a sentence; undefined when it may be. */
export function wrongLogGroup(name: string): string | undefined {
  if (LOG_GROUP.test(name)) return undefined;
  return 'a log group has 1 to 512 letters, digits and _ - / . #, and does not begin with aws/';
}

/** The log group of applications that Container Insights knows of a cluster. */
export function applicationLogGroup(clusterName: string): string {
  return `/aws/containerinsights/${clusterName}/application`;
}
