import type { PrometheusDurationText } from '../../src/grammar/amounts';
import { PROMETHEUS_DURATION, wrongTimeout } from '../../src/knowledge/kubernetes/prometheus-operator';
import { defined } from '../../src/model/defined';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** How one port is scraped. */
export interface ScrapeProps {
  /** Name of the port, of a sidecar too. `@default` - the first */
  readonly port?: string;
  /** Path of the metrics. `@default` /metrics (Prometheus) */
  readonly path?: string;
  /** Time between scrapes, such as `30s`. `@default` - that of Prometheus */
  readonly interval?: PrometheusDurationText;
  /** Time until a scrape counts as failed; at most the interval. `@default` - that of Prometheus */
  readonly scrapeTimeout?: PrometheusDurationText;
  /** How the port is spoken to. `@default` http (Prometheus) */
  readonly scheme?: 'http' | 'https';
  /** Whether labels of the metrics win over those of Prometheus. `@default` false (Prometheus) */
  readonly honorLabels?: boolean;
}

/**
 * @param names ports that can be scraped
 * @param whose what has them, as a part of a sentence
 * @param hidden names of ports that the Pods have and nothing leads to
 */
export function endpointOf(
  props: ScrapeProps,
  names: readonly string[],
  whose: string,
  problems: Problems,
  hidden: readonly string[] = [],
): object {
  const { port = names[0], path, interval, scrapeTimeout, scheme, honorLabels } = props;
  problems.unless(
    port !== undefined && names.includes(port),
    `${whose} has no port ${port === undefined ? 'at all' : `"${port}"`}: Prometheus would find no target, and tell nobody.${port === undefined ? '' : didYouMean(port, names)}`,
    portFix(port, names, hidden),
  );
  judgeDurations(defined({ interval, scrapeTimeout }), problems);
  const wrong = wrongTimeout(interval, scrapeTimeout);
  if (wrong !== undefined) problems.add(wrong, 'shorten it.');
  return { ...defined({ port, path, interval, scrapeTimeout, scheme, honorLabels }) };
}

function portFix(port: string | undefined, names: readonly string[], hidden: readonly string[]): string {
  if (port !== undefined && hidden.includes(port))
    return 'the Pods have it: give the port a servicePort, or use a PodMonitor, which needs no Service.';
  return names.length === 0
    ? 'give the workload a named port, and name it in port.'
    : `name one of its ports: ${names.join(', ')}.`;
}

/** Durations by the properties that hold them. */
export function judgeDurations(durations: Readonly<Record<string, string>>, problems: Problems): void {
  for (const [name, text] of Object.entries(durations))
    problems.unless(
      PROMETHEUS_DURATION.test(text),
      `${name} is "${text}", which is not a duration of Prometheus; the server refuses it.`,
      'write whole numbers with units, such as 30s or 1m30s.',
    );
}
