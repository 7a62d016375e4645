import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TARGET_GROUP_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { judgeTargetGroup } from './judge-target-group';
import { isController } from './served-by';
import type { TargetGroupConfigurationProps } from './target-group-props';
import { targetGroupSpec } from './target-group-spec';

/**
 * What the AWS Load Balancer Controller (3.5 and later) is told of the target groups of one Service: how Pods are reached and
 * asked. It lives in the namespace of the Service. `HttpRoutes` and the others make it for the Services they name.
 * Where another controller serves Gateways, or nobody does, nothing is rendered.
 * @throws ToolError with everything that the controller would refuse or pass over
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/targetgroupconfig/
 * @example
 * import { TargetGroupConfiguration, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const slow = (chart: Chart, web: WebService) =>
 *   new TargetGroupConfiguration(chart, 'web', {
 *     service: web,
 *     healthCheck: { intervalSeconds: 30, successCodes: '200' },
 *     attributes: { 'deregistration_delay.timeout_seconds': '30' },
 *   });
 */
export class TargetGroupConfiguration extends Construct {
  /** What is made; absent where the AWS Load Balancer Controller serves no Gateways. */
  readonly targetGroupConfiguration?: ApiObject;
  /** For LoadBalancerConfigurations. */
  readonly name: string;
  /** Name of the Service; absent for a default. */
  readonly serviceName?: string;

  constructor(scope: Construct, id: string, props: TargetGroupConfigurationProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'TargetGroupConfiguration', props, TargetGroupConfiguration);
    this.name = props.name ?? id;
    const { service } = props;
    if (service !== undefined) this.serviceName = typeof service === 'string' ? service : service.name;
    judgeTargetGroup(props, problems);
    problems.raise();
    if (!isController(environment, 'load-balancer-controller')) return;
    const named = { ...props, name: this.name };
    this.targetGroupConfiguration = customObject(
      this,
      'Configuration',
      TARGET_GROUP_CONFIGURATION,
      named,
      targetGroupSpec(props),
    );
    override(this.targetGroupConfiguration, props.overrides?.targetGroupConfiguration);
  }
}
