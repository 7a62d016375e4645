import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { UDP_ROUTE } from '../../src/knowledge/gateway/kinds';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type L4RouteProps, l4Route } from './l4-route';

export interface UdpRouteProps extends L4RouteProps {
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly udpRoute?: Patch };
}

/**
 * Which backend gets datagrams of a Gateway’s listener: with AWS that is an NLB, so the Gateway’s class is one for NLBs. Its Pods are
 * asked by TCP on the same port: one that does not answer there needs a TargetGroupConfiguration of its own. Gateway API 1.6 and later.
 * @throws ToolError with everything that the server or the controller would refuse, and where requests come in by Ingresses
 * @finding k8s/no-missing-gateway
 * @finding k8s/no-missing-route-backend
 * @see https://gateway-api.sigs.k8s.io/guides/udp/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l4gateway/
 * @example
 * import { Gateway, UdpRoute } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const resolver = (chart: Chart) => {
 *   const listeners = [{ name: 'dns', protocol: 'UDP', port: 53 }] as const;
 *   const gateway = new Gateway(chart, 'resolver', { gatewayClassName: 'aws-nlb', listeners });
 *   const backends = { service: 'resolver', port: 53 };
 *   return new UdpRoute(chart, 'dns', { gateway: { name: gateway.name, sectionName: 'dns' }, backends });
 * };
 */
export class UdpRoute extends Construct {
  /** What is made. */
  readonly udpRoute: ApiObject;

  constructor(scope: Construct, id: string, props: UdpRouteProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'UdpRoute', props, UdpRoute);
    const as = { kind: UDP_ROUTE, listener: 'udp', protocol: 'UDP' } as const;
    this.udpRoute = l4Route(this, props.name ?? id, props, as, { environment, problems });
    override(this.udpRoute, props.overrides?.udpRoute);
  }
}
