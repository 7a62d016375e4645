import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { type BackendInput, healthPathOf, serviceAndPort } from '../alb/backend';
import { Problems } from '../shared/problems';
import { chartOf } from './backend-list';
import { TargetGroupConfiguration } from './target-group-configuration';
import type { TargetGroupSettings } from './target-group-props';

/**
 * Target groups of each Service reach Pods by their addresses, and ask them by their own readiness path: the controller's own
 * way needs NodePorts. They live beside the Service, which has one configuration: what the app made before stays.
 */
export function targetGroups(scope: Construct, backends: readonly BackendInput[], settings: TargetGroupSettings): void {
  for (const backend of backends) {
    const chart = chartOf(backend);
    const isNear = chart === undefined || chart.namespace === Chart.of(scope).namespace;
    const { serviceName } = serviceAndPort(backend, new Problems(scope));
    if (configured(isNear ? Chart.of(scope) : chart).has(serviceName)) continue;
    const healthPath = healthPathOf(backend);
    new TargetGroupConfiguration(isNear ? scope : chart, `TargetGroup-${serviceName}`, {
      name: serviceName,
      service: { name: serviceName, ...defined({ healthPath }) },
      ...settings,
    });
  }
}

/** Names of the Services of a chart that have a configuration. */
function configured(chart: Chart): ReadonlySet<string> {
  const all = chart.node.findAll().filter((one) => Chart.of(one).namespace === chart.namespace);
  return new Set(all.flatMap((one) => (one instanceof TargetGroupConfiguration ? (one.serviceName ?? []) : [])));
}
