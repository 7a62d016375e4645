/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html */
const SHORT_PERIODS: readonly number[] = [1, 5, 10, 30];

/** Whether a metric has data points of so many seconds: 1, 5, 10, 30 or a multiple of 60. */
export function isMetricPeriod(seconds: number): boolean {
  return SHORT_PERIODS.includes(seconds) || (seconds > 0 && seconds % 60 === 0);
}

/**
 * Name of a query, by which expressions call its result.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
 */
export const QUERY_ID = /^[a-z][A-Za-z0-9_]{0,254}$/;
/** Characters of an expression. */
export const LONGEST_EXPRESSION = 2048;
