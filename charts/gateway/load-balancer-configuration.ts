import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LOAD_BALANCER_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { judgeScheme } from '../shared/public-scheme';
import { judgeLoadBalancer } from './judge-load-balancer';
import type { LoadBalancerConfigurationProps } from './load-balancer-configuration-props';
import { loadBalancerSpec } from './load-balancer-spec';
import { isController } from './served-by';

/**
 * What the AWS Load Balancer Controller (3.5 and later) is told of a Gateway's load balancer: scheme, addresses, certificates,
 * attributes. A Gateway names one of its own namespace, a GatewayClass one of any. Where another controller serves Gateways, or
 * nobody does, nothing is rendered.
 * @throws ToolError with everything that the controller would refuse or pass over
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/
 * @example
 * import { LoadBalancerConfiguration } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const internal = (chart: Chart) =>
 *   new LoadBalancerConfiguration(chart, 'internal', {
 *     scheme: 'internal',
 *     loadBalancerAttributes: { 'deletion_protection.enabled': 'true' },
 *   });
 */
export class LoadBalancerConfiguration extends Construct {
  /** What is made; absent where the AWS Load Balancer Controller serves no Gateways. */
  readonly loadBalancerConfiguration?: ApiObject;
  /** For Gateways and GatewayClasses. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: LoadBalancerConfigurationProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'LoadBalancerConfiguration', props, LoadBalancerConfiguration);
    this.name = props.name ?? id;
    judgeLoadBalancer(props, problems);
    judgeScheme('scheme', props.scheme, environment, problems);
    problems.raise();
    if (!isController(environment, 'load-balancer-controller')) return;
    const spec = loadBalancerSpec(props);
    const named = { ...props, name: this.name };
    this.loadBalancerConfiguration = customObject(this, 'Configuration', LOAD_BALANCER_CONFIGURATION, named, spec);
    override(this.loadBalancerConfiguration, props.overrides?.loadBalancerConfiguration);
  }
}
