import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { TLS_ROUTE } from '../../src/knowledge/gateway/kinds';
import { TLS_HOSTNAMES } from '../../src/knowledge/gateway/limits';
import { environmentOf } from '../../src/model/environment-context';
import type { BackendInput } from '../alb/backend';
import { fullHost, hostProblem } from '../alb/hosts';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { backendList, isElb, judgeBackends, judgeShares } from './backend-list';
import type { GatewayInput } from './gateway-input';
import { backendRef, parentRef } from './http-route-spec';
import type { WeightedBackend } from './http-routes-props';
import { parentOf, requiredGateways } from './route-parent';
import { targetGroups } from './target-groups';

export interface TlsRouteProps extends ObjectProps {
  /** The names that clients ask for: `db` becomes `db.<domain of the environment>`. One at least; an NLB does not tell them apart. */
  readonly hosts: readonly string[];
  /** The Gateway that it attaches to, with a listener of protocol TLS; an NLB takes one route for each. `@default` - the environment's `routes.gateway` */
  readonly gateway?: GatewayInput;
  /** The Service that answers, or several with weights. */
  readonly backends: BackendInput | readonly WeightedBackend[];
  /** Whether the load balancer passes TLS through to the Pods, as its listener says. `@default` false: it speaks TLS of its own with them */
  readonly passthrough?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly tlsRoute?: Patch };
}

/**
 * Which backend gets connections over TLS of a Gateway’s listener: with AWS that is an NLB, so the Gateway’s class is one for NLBs.
 * @throws ToolError with everything that the server or the controller would refuse, and where requests come in by Ingresses
 * @finding k8s/no-missing-gateway
 * @see https://gateway-api.sigs.k8s.io/api-types/tlsroute/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l4gateway/
 * @example
 * import { Gateway, TlsRoute, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const database = (chart: Chart, web: WebService) => {
 *   const listeners = [{ protocol: 'TLS', port: 5432, tlsMode: 'Passthrough' }] as const;
 *   const gateway = new Gateway(chart, 'database', { gatewayClassName: 'aws-nlb', listeners });
 *   return new TlsRoute(chart, 'sql', { gateway, hosts: ['sql'], backends: web, passthrough: true });
 * };
 */
export class TlsRoute extends Construct {
  /** What is made. */
  readonly tlsRoute: ApiObject;

  constructor(scope: Construct, id: string, props: TlsRouteProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'TlsRoute', props, TlsRoute);
    const nearest = 'use a Service of type LoadBalancer, or set `routes.form: gateway` there.';
    const gateways = requiredGateways(environment, 'TLSRoute', nearest, problems);
    const parent = parentOf(props.gateway, gateways, 'tls', problems);
    const hosts = props.hosts.map((host) => fullHost(host, environment));
    for (const host of hosts) hostProblem(host, problems);
    problems.unless(
      hosts.length >= 1 && hosts.length <= TLS_HOSTNAMES,
      `there are ${hosts.length} hosts; a TLSRoute takes 1 to ${TLS_HOSTNAMES}.`,
      hosts.length === 0 ? 'name one.' : 'spread them over several routes.',
    );
    problems.unless(
      gateways?.controller !== 'vpc-lattice' || hosts.length === 1,
      `there are ${hosts.length} hosts, and VPC Lattice takes one.`,
      'make a route for each.',
    );
    const backends = backendList(props.backends);
    problems.unless(backends.length > 0, 'there are no backends.', 'name one.');
    judgeBackends(backends, 'the route', problems);
    if (isElb(gateways?.controller)) judgeShares(backends, 'the route', problems);
    const backendRefs = backends.map((one) => backendRef(one, Chart.of(this).namespace, problems));
    problems.raise();
    if (gateways?.controller === 'load-balancer-controller')
      targetGroups(
        this,
        backends.map(({ backend }) => backend),
        { protocol: props.passthrough === true ? 'TCP' : 'TLS', healthCheck: { protocol: 'TCP' } },
      );
    const spec = { parentRefs: [parentRef(parent)], hostnames: hosts, rules: [{ backendRefs }] };
    this.tlsRoute = customObject(this, 'Route', TLS_ROUTE, { ...props, name: props.name ?? id }, spec);
    override(this.tlsRoute, props.overrides?.tlsRoute);
  }
}
