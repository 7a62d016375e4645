import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { type BackendInput, healthPathOf, serviceAndPort } from '../alb/backend';
import { Problems } from '../shared/problems';
import { TargetGroupConfiguration } from './target-group-configuration';
import type { TargetGroupHealthCheck, TargetGroupSettings } from './target-group-props';

/**
 * Target groups of each Service reach Pods by their addresses, and ask them by their own readiness path: the controller's own
 * way needs NodePorts. A Service has one configuration: what the app made before stays.
 */
export function targetGroups(
  scope: Construct,
  backends: readonly BackendInput[],
  settings: TargetGroupSettings & { readonly healthCheck?: TargetGroupHealthCheck },
): void {
  const made = new Set(
    Chart.of(scope)
      .node.findAll()
      .flatMap((one) => (one instanceof TargetGroupConfiguration ? (one.serviceName ?? []) : [])),
  );
  for (const backend of backends) {
    const { serviceName } = serviceAndPort(backend, new Problems(scope));
    if (made.has(serviceName)) continue;
    made.add(serviceName);
    const healthPath = healthPathOf(backend);
    new TargetGroupConfiguration(scope, `TargetGroup-${serviceName}`, {
      name: serviceName,
      service: { name: serviceName, ...defined({ healthPath }) },
      ...settings,
    });
  }
}
