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
