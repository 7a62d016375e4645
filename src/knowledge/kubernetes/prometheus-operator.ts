/** Kinds of the Prometheus operator. @see https://prometheus-operator.dev/docs/api-reference/api/ (0.93) */
const apiVersion = 'monitoring.coreos.com/v1';
export const SERVICE_MONITOR = { apiVersion, kind: 'ServiceMonitor' };
export const POD_MONITOR = { apiVersion, kind: 'PodMonitor' };
export const PROMETHEUS_RULE = { apiVersion, kind: 'PrometheusRule' };

/** A duration of Prometheus, such as `1m30s`: whole numbers, each unit once, from years to milliseconds. */
export const PROMETHEUS_DURATION = /^(0|(?=.)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?)$/;

const SECONDS: Readonly<Record<string, number>> = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/**
 * Why the operator drops a monitor whose endpoint has both, as a clause with its subject; undefined where it takes them.
 * What is not a duration is another finding.
 */
export function wrongTimeout(interval: string | undefined, timeout: string | undefined): string | undefined {
  if (interval === undefined || timeout === undefined) return undefined;
  if (!PROMETHEUS_DURATION.test(interval) || !PROMETHEUS_DURATION.test(timeout)) return undefined;
  if (prometheusSeconds(timeout) <= prometheusSeconds(interval)) return undefined;
  return `scrapeTimeout ${timeout} is longer than the interval ${interval}; the operator drops the monitor.`;
}

/** The seconds that a duration means. */
function prometheusSeconds(text: string): number {
  return Array.from(
    text.matchAll(/(\d+)([a-z]+)/g),
    ([, count, unit = '']) => Number(count) * (SECONDS[unit] ?? 0),
  ).reduce((sum, seconds) => sum + seconds, 0);
}
