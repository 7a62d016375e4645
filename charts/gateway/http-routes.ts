import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { KubeIngress } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { problemsWith } from '../shared/properties';
import { judgeScheme, schemeIn } from '../shared/public-scheme';
import { gatewayForm } from './gateway-form';
import type { HttpRoutesProps } from './http-routes-props';
import { ingressForm } from './ingress-form';
import { judgeForm } from './judge-form';
import { judgeLogins, loginOf } from './judge-logins';
import { judgeProtections } from './judge-protections';
import { resolveRoutes } from './resolve-routes';
import { gatewaysOf } from './served-by';

/**
 * Which requests reach which backend, described once: an Ingress where requests come in by Ingresses, and an HTTPRoute of the
 * Gateway API where the environment’s `routes` say so. Both route alike. Of two matches that fit a request the closer one counts,
 * whatever their order: Exact before Prefix, then the longer path, one with a method, more headers, more parameters.
 * @throws ToolError with everything that the server or the controller would refuse, and what the environment's form cannot say
 * @finding eks/require-certificate
 * @finding k8s/no-missing-gateway
 * @finding k8s/no-missing-ingress-backend
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l7gateway/
 * @example
 * import { HttpRoutes, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const shop = (chart: Chart, web: WebService, canary: WebService) =>
 *   new HttpRoutes(chart, 'shop', {
 *     hosts: ['shop'],
 *     scheme: 'internet-facing',
 *     rules: [
 *       { backends: [{ backend: web, weight: 90 }, { backend: canary, weight: 10 }] },
 *       { matches: { headers: { 'x-canary': 'always' } }, backends: canary },
 *       { matches: { path: '/old', pathType: 'Exact' }, redirect: { path: '/new' } },
 *     ],
 *     healthCheck: { path: '/healthz' },
 *   });
 */
export class HttpRoutes extends Construct {
  /** Where requests come in by Ingresses. */
  readonly ingress?: KubeIngress;
  /** Where requests come in by Gateways. */
  readonly httpRoute?: ApiObject;
  /** Name of the Ingress or HTTPRoute. */
  readonly name: string;
  /** All full hosts. */
  readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: HttpRoutesProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'HttpRoutes', props, HttpRoutes);
    const described = { ...props, ...defined({ scheme: schemeIn(environment, props.scheme) }) };
    judgeScheme('scheme', props.scheme, environment, problems);
    this.name = props.name ?? id;
    const routes = resolveRoutes(props, environment, problems);
    this.hosts = routes.hosts;
    judgeForm(routes.rules, environment, loginOf(props.ingress), problems);
    judgeLogins(props.ingress, routes.rules, environment, problems);
    judgeProtections(props, environment, problems);
    const gateways = gatewaysOf(environment);
    if (gateways === undefined || gateways.keepIngresses === true)
      this.ingress = ingressForm(this, this.name, described, { routes, environment, problems }).ingress;
    if (gateways !== undefined)
      this.httpRoute = gatewayForm(this, this.name, described, { routes, environment, gateways, problems });
  }
}
