import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CONTROLLERS } from '../../src/knowledge/gateway/controllers';
import { GATEWAY_CLASS, LOAD_BALANCER_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { gatewaysOf } from './served-by';

export interface GatewayClassProps extends ObjectProps {
  /** What its Gateways become: an ALB for HTTP and gRPC, or an NLB. VPC Lattice has one kind. `@default` alb */
  readonly loadBalancer?: 'alb' | 'nlb';
  /** What the class calls its controller, which can never be changed. `@default` - by the environment’s `routes.controller` */
  readonly controllerName?: string;
  /**
   * A LoadBalancerConfiguration for all Gateways of the class, which wins over theirs unless it says otherwise; its namespace is
   * that of the chart where none is given. `@default` - none
   */
  readonly configuration?: { readonly name: string; readonly namespace?: string };
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly gatewayClass?: Patch };
}

/**
 * The class that Gateways name, for the platform team: no controller brings one. Delete it after its Gateways. Where requests come in
 * by Ingresses, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/no-missing-gateway
 * @see https://gateway-api.sigs.k8s.io/api-types/gatewayclass/
 * @example
 * import { GatewayClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const alb = (chart: Chart) => new GatewayClass(chart, 'aws-alb');
 */
export class GatewayClass extends Construct {
  /** What is made; absent where requests come in by Ingresses. */
  readonly gatewayClass?: ApiObject;
  /** For Gateways. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: GatewayClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'GatewayClass', props, GatewayClass);
    this.name = props.name ?? id;
    const { loadBalancer = 'alb', configuration } = props;
    const namespace = configuration?.namespace ?? Chart.of(this).namespace;
    problems.unless(
      configuration === undefined || namespace !== undefined,
      `the configuration ${configuration?.name} has no namespace; the controller would not accept the class.`,
      'give configuration.namespace.',
    );
    const controller = gatewaysOf(environment)?.controller;
    const names = controller === undefined ? {} : CONTROLLERS[controller].controllerNames;
    const controllerName = props.controllerName ?? names.network ?? names[loadBalancer];
    problems.unless(
      controller === undefined || controllerName !== undefined,
      `nothing is known of the controller that serves Gateways in environment ${environment.name}, so the class would name none.`,
      'give controllerName, as its guide has it.',
    );
    problems.unless(
      configuration === undefined || controller === undefined || controller === 'load-balancer-controller',
      'configuration is for the AWS Load Balancer Controller, and here another controller serves Gateways.',
      'leave configuration out there.',
    );
    problems.raise();
    if (controller === undefined || controllerName === undefined) return;
    const { group, kind } = LOAD_BALANCER_CONFIGURATION;
    const parametersRef = configuration && { group, kind, name: configuration.name, ...defined({ namespace }) };
    const spec = { controllerName, ...defined({ parametersRef }) };
    this.gatewayClass = customObject(this, 'Class', GATEWAY_CLASS, { ...props, name: this.name }, spec);
    override(this.gatewayClass, props.overrides?.gatewayClass);
  }
}
