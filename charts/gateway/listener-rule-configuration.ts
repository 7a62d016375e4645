import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LISTENER_RULE_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { judgeListenerRule } from './judge-listener-rule';
import type { ListenerRuleConfigurationProps } from './listener-rule-props';
import { listenerRuleSpec } from './listener-rule-spec';
import { isController } from './served-by';

/**
 * What an ALB does for one rule of a route beyond the Gateway API: logins, tokens, answers of its own, addresses of clients.
 * A rule of `HttpRoutes` names it as its `listenerRule`, from the same namespace. Logins and tokens hold on HTTPS only: on plain HTTP
 * everybody would come in. Where the AWS Load Balancer Controller serves no Gateways, nothing is rendered.
 * @throws ToolError with everything that the server or AWS would refuse
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/listenerruleconfig/
 * @example
 * import { ListenerRuleConfiguration } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const closed = (chart: Chart) =>
 *   new ListenerRuleConfiguration(chart, 'closed', {
 *     fixedResponse: { statusCode: 503, body: 'back soon' },
 *     sourceIps: ['203.0.113.0/24'],
 *   });
 */
export class ListenerRuleConfiguration extends Construct {
  /** What is made; absent where the AWS Load Balancer Controller serves no Gateways. */
  readonly listenerRuleConfiguration?: ApiObject;
  /** For rules of routes. */
  readonly name: string;
  /** Whether the load balancer answers itself, so that the rule has no backends. */
  readonly answers: boolean;

  constructor(scope: Construct, id: string, props: ListenerRuleConfigurationProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ListenerRuleConfiguration', props, ListenerRuleConfiguration);
    this.name = props.name ?? id;
    this.answers = props.fixedResponse !== undefined;
    judgeListenerRule(props, problems);
    problems.raise();
    if (!isController(environment, 'load-balancer-controller')) return;
    const named = { ...props, name: this.name };
    const spec = listenerRuleSpec(props);
    this.listenerRuleConfiguration = customObject(this, 'Configuration', LISTENER_RULE_CONFIGURATION, named, spec);
    override(this.listenerRuleConfiguration, props.overrides?.listenerRuleConfiguration);
  }
}
