import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { runsOnFargate } from '../workload/runs-on-fargate';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface MetricsServerAddOnProps extends AddOnProps, PinnedChartProps {
  /** Pods of it; each answers. `@default` 1 (chart) */
  readonly replicas?: number;
  /** Port of its Pods, 1–65535. Not 10250 on Fargate, where the kubelet has it. `@default` 10251 on Fargate, otherwise 10250 (chart) */
  readonly containerPort?: number;
  /** Whether it runs in the network of its node, where the API server does not reach Pods. `@default` false (chart) */
  readonly hostNetwork?: boolean;
}

const LABELS = { 'app.kubernetes.io/name': 'metrics-server', 'app.kubernetes.io/instance': 'metrics-server' };
/** The kubelet's. @see https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html */
const KUBELET_PORT = 10_250;

/**
 * metrics-server, which autoscalers read CPU and memory from, as an Application of Argo CD with its chart. Without `gitops`
 * nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/kubernetes-sigs/metrics-server/tree/master/charts/metrics-server
 * @example
 * import { MetricsServerAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const metrics = (chart: Chart) => new MetricsServerAddOn(chart, 'metrics', { version: '3.13.0', replicas: 2 });
 */
export class MetricsServerAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: MetricsServerAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'MetricsServerAddOn', props, MetricsServerAddOn);
    const place = addOnPlace(this, 'metrics-server', props, problems);
    const onFargate = isOnFargate(place);
    problems.integer('containerPort', props.containerPort, FIRST_PORT, LAST_PORT);
    problems.unless(
      !onFargate || props.containerPort !== KUBELET_PORT,
      `containerPort is ${KUBELET_PORT}, which the kubelet has on Fargate: its Pods never answer.`,
      'use another port, such as 10251.',
    );
    problems.raise();
    const { replicas, hostNetwork, containerPort = onFargate ? KUBELET_PORT + 1 : undefined } = props;
    const application = addOnApplicationOf(this, place, {
      ...defined({ replicas, containerPort }),
      ...(hostNetwork === undefined ? {} : { hostNetwork: { enabled: hostNetwork } }),
    });
    if (application !== undefined) this.application = application;
  }
}

function isOnFargate(place: AddOnPlace | undefined): boolean {
  return place !== undefined && runsOnFargate(place.environment, place.namespace, LABELS);
}
