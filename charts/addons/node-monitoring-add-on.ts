import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface NodeMonitoringAddOnProps extends AddOnProps, PinnedChartProps {}

/**
 * The EKS node monitoring agent, as an Application of Argo CD with its chart. It tells what is wrong with a node; who repairs it is
 * the node group, or Karpenter. Most clusters take the add-on of EKS instead. Without `gitops`, and on a plain cluster, nothing
 * is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-built-in-add-on
 * @see https://github.com/aws/eks-node-monitoring-agent/tree/main/charts/eks-node-monitoring-agent
 * @example
 * import { NodeMonitoringAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new NodeMonitoringAddOn(chart, 'node-health', { version: '1.5.2' });
 */
export class NodeMonitoringAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: NodeMonitoringAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'NodeMonitoringAddOn', props, NodeMonitoringAddOn);
    const place = addOnPlace(this, 'eks-node-monitoring-agent', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(place));
    if (application !== undefined) this.application = application;
  }
}

/** Images come from the region of the cluster. */
function valuesOf(place: AddOnPlace | undefined) {
  const image = { region: place?.eks?.region };
  return { nodeAgent: { image }, dcgmAgent: { image } };
}
