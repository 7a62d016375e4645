import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GRPC_ROUTE } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { fullHost, hostProblem } from '../alb/hosts';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { GrpcRouteProps } from './grpc-route-props';
import { grpcRules } from './grpc-rules';
import { parentRef } from './http-route-spec';
import { parentOf, requiredGateways } from './route-parent';
import { targetGroups } from './target-groups';

/**
 * Which calls of gRPC reach which backend of a Gateway. It attaches to a listener for HTTPS: on plain HTTP a load balancer of AWS
 * speaks HTTP1 with the Pods, and every call fails.
 * @throws ToolError with everything that the server or the controller would refuse, and where requests come in by Ingresses
 * @finding k8s/no-missing-gateway
 * @see https://gateway-api.sigs.k8s.io/api-types/grpcroute/
 * @example
 * import { type Gateway, GrpcRoute, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const orders = (chart: Chart, edge: Gateway, web: WebService) =>
 *   new GrpcRoute(chart, 'orders', {
 *     gateway: edge,
 *     hosts: ['orders'],
 *     rules: [{ matches: { service: 'shop.v1.Orders' }, backends: web }],
 *   });
 */
export class GrpcRoute extends Construct {
  /** What is made. */
  readonly grpcRoute: ApiObject;
  /** All full hosts. */
  readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: GrpcRouteProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'GrpcRoute', props, GrpcRoute);
    const nearest = "use AlbIngress with backendProtocolVersion: 'GRPC', or set `routes.form: gateway` there.";
    const gateways = requiredGateways(environment, 'GRPCRoute', nearest, problems);
    const parent = parentOf(props.gateway, gateways, 'https', problems);
    this.hosts = (props.hosts ?? []).map((host) => fullHost(host, environment));
    for (const host of this.hosts) hostProblem(host, problems);
    const { rules, backends } = grpcRules(
      props,
      this.hosts,
      { controller: gateways?.controller, own: Chart.of(this).namespace },
      problems,
    );
    problems.raise();
    if (gateways?.controller === 'load-balancer-controller') targetGroups(this, backends, { protocolVersion: 'GRPC' });
    const spec = {
      parentRefs: [parentRef(parent)],
      ...(this.hosts.length === 0 ? {} : { hostnames: [...this.hosts] }),
      rules,
    };
    this.grpcRoute = customObject(this, 'Route', GRPC_ROUTE, { ...props, name: props.name ?? id }, spec);
    override(this.grpcRoute, props.overrides?.grpcRoute);
  }
}
