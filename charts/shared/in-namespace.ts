import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * A chart for one namespace of an app that spans several: its objects get the namespace and the app's labels.
 * @example
 * import { inNamespace, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const carts = (scope: Chart) =>
 *   new WebService(inNamespace(scope, 'carts'), 'carts', { image: 'example.com/carts:1.0', port: 8080 });
 */
export function inNamespace(scope: Construct, namespace: string): Chart {
  return new Chart(scope, namespace, { namespace, labels: Chart.of(scope).labels, disableResourceNameHashes: true });
}
