import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { POD_MONITOR } from '../../src/knowledge/kubernetes/prometheus-operator';
import type { PlusWorkload } from '../plus/plus-workload';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { ServedWorkload, Workload } from '../workload/workload';
import { endpointOf, type ScrapeProps } from './scrape';
import { scrapedPods } from './scraped';

export interface PodMonitorProps extends ObjectProps, ScrapeProps {
  /** The workload whose Pods are scraped, of ours or of any cdk8s-plus, with or without a Service. Without ports, `port` is needed. */
  readonly target: Workload | ServedWorkload | PlusWorkload;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly podMonitor?: Patch };
}

/**
 * Prometheus scrapes the Pods of a workload, each once, whether a Service leads to them or not. `labels` are what
 * Prometheus chooses monitors by, as for a ServiceMonitor.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://prometheus-operator.dev/docs/developer/getting-started/
 * @example
 * import { PodMonitor, Worker } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const watch = (chart: Chart) => {
 *   const ports = [{ name: 'metrics', containerPort: 9090 }];
 *   const target = new Worker(chart, 'mailer', { image: 'example.com/mailer:2.1', ports });
 *   return new PodMonitor(chart, 'mailer-metrics', { target, port: 'metrics', labels: { release: 'prometheus' } });
 * };
 */
export class PodMonitor extends Construct {
  /** What is made. */
  readonly podMonitor: ApiObject;

  constructor(scope: Construct, id: string, props: PodMonitorProps) {
    super(scope, id);
    const problems = problemsWith(this, 'PodMonitor', props, PodMonitor);
    const { target, name = id, port } = props;
    const pods = scrapedPods(target);
    const names = pods.ports === 0 && port !== undefined ? [port] : pods.names;
    const endpoint = endpointOf(props, names, `workload ${pods.of}`, problems);
    problems.raise();
    const spec = { selector: pods.selector, podMetricsEndpoints: [endpoint] };
    this.podMonitor = customObject(this, 'Monitor', POD_MONITOR, { ...props, name }, spec);
    override(this.podMonitor, props.overrides?.podMonitor);
  }
}
