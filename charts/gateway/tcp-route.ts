import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TCP_ROUTE } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type L4RouteProps, l4Route } from './l4-route';

export interface TcpRouteProps extends L4RouteProps {
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly tcpRoute?: Patch };
}

/**
 * Which backend gets connections over TCP of a Gateway’s listener: with AWS that is an NLB, so the Gateway’s class is one for NLBs,
 * whose listeners speak TCP, UDP or TLS and nothing of HTTP. Gateway API 1.6 and later.
 * @throws ToolError with everything that the server or the controller would refuse, and where requests come in by Ingresses
 * @finding k8s/no-missing-gateway
 * @finding k8s/no-missing-route-backend
 * @see https://gateway-api.sigs.k8s.io/guides/tcp/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l4gateway/
 * @example
 * import { Gateway, TcpRoute, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const broker = (chart: Chart, web: WebService) => {
 *   const listeners = [{ name: 'mqtt', protocol: 'TCP', port: 1883 }] as const;
 *   const gateway = new Gateway(chart, 'broker', { gatewayClassName: 'aws-nlb', listeners });
 *   return new TcpRoute(chart, 'mqtt', { gateway: { name: gateway.name, sectionName: 'mqtt' }, backends: web });
 * };
 */
export class TcpRoute extends Construct {
  /** What is made. */
  readonly tcpRoute: ApiObject;

  constructor(scope: Construct, id: string, props: TcpRouteProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'TcpRoute', props, TcpRoute);
    const as = { kind: TCP_ROUTE, listener: 'tcp', protocol: 'TCP' } as const;
    this.tcpRoute = l4Route(this, props.name ?? id, props, as, { environment, problems });
    override(this.tcpRoute, props.overrides?.tcpRoute);
  }
}
