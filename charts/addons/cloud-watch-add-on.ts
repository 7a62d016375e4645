import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, ReadChartProps } from './add-on-props';

export interface CloudWatchAddOnProps extends AddOnProps, ReadChartProps {
  /**
   * How metrics are collected: `enhanced` is paid for by observation, `otel` by gigabyte. Both at once may be paid for twice.
   * `@default` enhanced (chart)
   */
  readonly containerInsights?: 'enhanced' | 'otel' | 'none';
  /** Whether Fluent Bit sends the logs of containers, hosts and the data plane. `@default` true (chart) */
  readonly containerLogs?: boolean;
  /** Whether Application Signals is there for workloads that ask for it. `@default` true (chart) */
  readonly applicationSignals?: boolean;
  /** Whether every workload behind a Service gets an agent at its next rollout. `@default` - the chart decides */
  readonly monitorsAllServices?: boolean;
}

/**
 * Amazon CloudWatch Observability: Container Insights, Application Signals and Fluent Bit, as an Application of Argo CD with its
 * chart. Most clusters take the add-on of EKS instead. Its role comes by Pod Identity. Without `gitops`, and on a plain cluster,
 * nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-add-on-conflict
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html
 * @example
 * import { CloudWatchAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new CloudWatchAddOn(chart, 'insights', { containerInsights: 'otel', applicationSignals: false });
 */
export class CloudWatchAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: CloudWatchAddOnProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'CloudWatchAddOn', props, CloudWatchAddOn);
    const place = addOnPlace(this, 'amazon-cloudwatch-observability', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf(props: CloudWatchAddOnProps, place: AddOnPlace | undefined) {
  const { containerInsights, containerLogs, applicationSignals, monitorsAllServices } = props;
  const insights = containerInsights && {
    containerInsights: { enabled: containerInsights === 'enhanced' },
    otelContainerInsights: { enabled: containerInsights === 'otel' },
  };
  return {
    clusterName: place?.environment.clusterName,
    region: place?.eks?.region,
    ...insights,
    ...(containerLogs === undefined ? {} : { containerLogs: { enabled: containerLogs } }),
    ...(applicationSignals === undefined ? {} : { applicationSignals: { enabled: applicationSignals } }),
    ...(monitorsAllServices === undefined
      ? {}
      : { manager: { applicationSignals: { autoMonitor: { monitorAllServices: monitorsAllServices } } } }),
  };
}
