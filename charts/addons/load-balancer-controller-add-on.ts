import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, ReadChartProps } from './add-on-props';

export interface LoadBalancerControllerAddOnProps extends AddOnProps, ReadChartProps {
  /** Pods of the controller, of which one works. `@default` 2 (chart) */
  readonly replicas?: number;
  /**
   * Who makes the certificates of its webhooks. `chart`: new ones at each rendering, which Argo CD leaves alone once they are
   * there. `certManager`: cert-manager, which renews them. `@default` chart
   */
  readonly certificates?: 'chart' | 'certManager';
  /** Whether each new Service of type LoadBalancer becomes an NLB, whatever class it names. `@default` true (chart) */
  readonly serviceMutatorWebhook?: boolean;
  /** Whether its chart makes the IngressClass `alb`; `AlbIngressClass` makes one with typed parameters. `@default` false */
  readonly ingressClass?: boolean;
  /** AWS tags of what it makes, beside those of the objects. `@default` - none */
  readonly defaultTags?: Readonly<Record<string, string>>;
}

/**
 * The AWS Load Balancer Controller, as an Application of Argo CD with its chart. Name, region and VPC of the cluster are those
 * of the environment; in a private network WAF and Shield are turned off. Without `gitops`, and on a plain cluster, nothing
 * is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/ban-built-in-add-on
 * @see https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller
 * @example
 * import { LoadBalancerControllerAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const edge = (chart: Chart) =>
 *   new LoadBalancerControllerAddOn(chart, 'controller', { iamRole: 'load-balancers', serviceMutatorWebhook: false });
 */
export class LoadBalancerControllerAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: LoadBalancerControllerAddOnProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'LoadBalancerControllerAddOn', props, LoadBalancerControllerAddOn);
    const place = addOnPlace(this, 'aws-load-balancer-controller', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf(props: LoadBalancerControllerAddOnProps, place: AddOnPlace | undefined) {
  const { replicas, certificates, serviceMutatorWebhook, ingressClass = false, defaultTags } = props;
  const isPrivate = place?.eks?.network.private === true;
  return {
    clusterName: place?.environment.clusterName,
    region: place?.eks?.region,
    vpcId: place?.eks?.network.vpcId,
    createIngressClassResource: ingressClass,
    ...(ingressClass ? {} : { ingressClassParams: { create: false } }),
    ...defined({ replicaCount: replicas, enableServiceMutatorWebhook: serviceMutatorWebhook }),
    ...defined({ defaultTags: defaultTags && { ...defaultTags } }),
    ...(certificates === 'certManager' ? { enableCertManager: true } : {}),
    ...(isPrivate ? { enableShield: false, enableWaf: false, enableWafv2: false } : {}),
  };
}
