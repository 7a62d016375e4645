import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** The charts that were made, by their scopes. */
const CHARTS = new WeakMap<Construct, Map<string, Chart>>();

/**
 * A chart for one namespace of an app that spans several: its objects get the namespace and the app's labels. Called again, it
 * returns the chart that it made.
 * @example
 * import { inNamespace, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const carts = (scope: Chart) =>
 *   new WebService(inNamespace(scope, 'carts'), 'carts', { image: 'example.com/carts:1.0', port: 8080 });
 */
export function inNamespace(scope: Construct, namespace: string): Chart {
  const made = CHARTS.get(scope) ?? new Map<string, Chart>();
  CHARTS.set(scope, made);
  const known = made.get(namespace);
  if (known !== undefined) return known;
  // The construct that makes the namespace is mostly called as it is, whichever of the two is made first.
  const id = `in-${namespace}`;
  const chart = new Chart(scope, id, { namespace, labels: Chart.of(scope).labels, disableResourceNameHashes: true });
  made.set(namespace, chart);
  return chart;
}
