import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { SERVICE_MONITOR } from '../../src/knowledge/kubernetes/prometheus-operator';
import { didYouMean } from '../../src/model/suggest';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { ServedWorkload } from '../workload/workload';
import { endpointOf, type ScrapeProps } from './scrape';
import { furtherServices, labelService, type PlusScrapedService, scrapedPods, scrapedServices } from './scraped';

export interface ServiceMonitorProps extends ObjectProps, ScrapeProps {
  /**
   * The workload whose Service is scraped, or a Service of any cdk8s-plus, which gets the label `app.kubernetes.io/name`;
   * `port` is one that the Service has.
   */
  readonly target: ServedWorkload | PlusScrapedService;
  /**
   * One of the workload's further Services, by the end of its name: `metrics` of `services: { metrics: { ports: ['metrics'] } }`.
   * It gets the label `cdk8s-eks/service`, by which it is chosen. `@default` - the workload's own Service
   */
  readonly service?: string;
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
    const { target, name = id, service } = props;
    judgeService(target, service, problems);
    const { of, names, selector } = scrapedServices(target, service);
    const hidden = 'selector' in target ? scrapedPods(target).names : [];
    const endpoint = endpointOf(props, names, of, problems, hidden);
    problems.raise();
    labelService(target, service);
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

/** All Services of a workload have its labels; those of further ones are told apart where they are named. */
function judgeService(target: object, service: string | undefined, problems: Problems): void {
  const others = Object.keys(furtherServices(target));
  const name = 'name' in target ? String(target.name) : '';
  if (service === undefined)
    problems.unless(
      others.length === 0,
      `${name} has further Services (${others.join(', ')}) with the same labels: every Pod would be scraped once for each.`,
      'name the one that is scraped in service, or use a PodMonitor, which scrapes each Pod once.',
    );
  else
    problems.unless(
      others.includes(service),
      `${name} has no further Service "${service}": Prometheus would find no target, and tell nobody.${didYouMean(service, others)}`,
      others.length === 0 ? 'leave service out: the workload has one Service.' : `use one of: ${others.join(', ')}.`,
    );
}
