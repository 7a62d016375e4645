import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface VpcCniAddOnProps extends AddOnProps, PinnedChartProps {
  /** Settings such as ENABLE_PREFIX_DELEGATION and WARM_IP_TARGET, all of them texts. A change restarts it on every node. `@default` - those of the chart */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether NetworkPolicies are enforced. `@default` false (chart) */
  readonly networkPolicies?: boolean;
}

/**
 * The VPC CNI, as an Application of Argo CD with its chart. EKS puts one on each new cluster, which the chart takes over; most
 * clusters take the add-on of EKS instead. Move one minor version at a time. Without `gitops`, and on a plain cluster, nothing
 * is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-built-in-add-on
 * @see https://github.com/aws/eks-charts/tree/master/stable/aws-vpc-cni
 * @example
 * import { VpcCniAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) =>
 *   new VpcCniAddOn(chart, 'cni', {
 *     version: '1.20.4',
 *     env: { ENABLE_PREFIX_DELEGATION: 'true' },
 *     networkPolicies: true,
 *   });
 */
export class VpcCniAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: VpcCniAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'VpcCniAddOn', props, VpcCniAddOn);
    const place = addOnPlace(this, 'vpc-cni', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ env, networkPolicies }: VpcCniAddOnProps, place: AddOnPlace | undefined) {
  const image = { region: place?.eks?.region };
  return {
    image,
    init: { image },
    nodeAgent: { image },
    // The selector of the DaemonSet that EKS has made, which cannot be changed.
    originalMatchLabels: true,
    ...defined({ env: env && { ...env } }),
    ...(networkPolicies === undefined ? {} : { enableNetworkPolicy: String(networkPolicies) }),
  };
}
