import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { SERVICE_MONITOR } from '../../src/knowledge/kubernetes/prometheus-operator';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { ServedWorkload } from '../workload/workload';
import { endpointOf, type ScrapeProps } from './scrape';
import { labelService, type PlusScrapedService, scrapedServices } from './scraped';

export interface ServiceMonitorProps extends ObjectProps, ScrapeProps {
  /**
   * The workload whose Service is scraped, or a Service of any cdk8s-plus, which gets the label `app.kubernetes.io/name`;
   * `port` is one that the Service has.
   */
  readonly target: ServedWorkload | PlusScrapedService;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly serviceMonitor?: Patch };
}

/**
 * Prometheus scrapes the Pods behind a workload's Service. Most Prometheus objects take only monitors with certain `labels`:
 * those of kube-prometheus-stack want `release: <name of its release>`.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://prometheus-operator.dev/docs/developer/getting-started/
 * @example
 * import { ServiceMonitor, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const watch = (chart: Chart, web: WebService) =>
 *   new ServiceMonitor(chart, 'web-metrics', { target: web, interval: '30s', labels: { release: 'prometheus' } });
 */
export class ServiceMonitor extends Construct {
  /** What is made. */
  readonly serviceMonitor: ApiObject;

  constructor(scope: Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ServiceMonitor', props, ServiceMonitor);
    const { target, name = id } = props;
    const { of, names, selector } = scrapedServices(target);
    const endpoint = endpointOf(props, names, of, problems);
    const others = 'services' in target ? Object.keys(target.services ?? {}) : [];
    problems.unless(
      others.length === 0,
      `${target.name} has further Services (${others.join(', ')}) with the same labels: every Pod would be scraped once for each.`,
      'use a PodMonitor, which scrapes each Pod once.',
    );
    problems.raise();
    labelService(target);
    this.serviceMonitor = customObject(
      this,
      'Monitor',
      SERVICE_MONITOR,
      { ...props, name },
      {
        // The labels that every Service of ours has, whatever selects the Pods.
        selector,
        endpoints: [endpoint],
      },
    );
    override(this.serviceMonitor, props.overrides?.serviceMonitor);
  }
}
