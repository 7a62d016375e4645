import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY, HTTP_ROUTE, LOAD_BALANCER_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import type { GatewayRoutes } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { judgeScheme } from '../shared/public-scheme';
import { silence } from '../shared/silence';
import { gatewayCertificates, listenerTls, withCertificates } from './gateway-certificates';
import { listenersOf, type ResolvedListener } from './gateway-listeners';
import type { GatewayProps } from './gateway-props';
import { httpsRedirect, redirectSpec } from './https-redirect';
import { judgeGatewayListeners } from './judge-gateway';
import { fromNamespaces, listenerOf } from './listener-spec';
import { LoadBalancerConfiguration } from './load-balancer-configuration';
import { gatewaysOf } from './served-by';

/**
 * Where requests come in: a load balancer with its listeners, for routes of this namespace or, where the platform lets them,
 * of others. Making it anew gives a new load balancer with a new DNS name. Where requests come in by Ingresses, nothing is rendered.
 * @throws ToolError with everything that the server or the controller would refuse
 * @finding eks/require-certificate
 * @finding k8s/no-missing-gateway
 * @see https://gateway-api.sigs.k8s.io/api-types/gateway/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/gateway/
 * @example
 * import { Gateway } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const edge = (chart: Chart) =>
 *   new Gateway(chart, 'edge', {
 *     routesFrom: { labels: { 'edge.example.com/public': 'true' } },
 *     loadBalancer: { scheme: 'internet-facing' },
 *   });
 */
export class Gateway extends Construct {
  /** What is made; absent where requests come in by Ingresses. */
  readonly gateway?: ApiObject;
  /** For routes. */
  readonly name: string;
  /** For routes of other namespaces. */
  readonly namespace?: string;
  /** The listener that routes name where they say nothing: the first that ends TLS, else the first. */
  readonly sectionName: string;

  constructor(scope: Construct, id: string, props: GatewayProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'Gateway', props, Gateway);
    this.name = props.name ?? id;
    const { namespace } = Chart.of(this);
    if (namespace !== undefined) this.namespace = namespace;
    const routes = gatewaysOf(environment) ?? UNSERVED;
    const listeners = listenersOf(props, environment, routes, problems);
    const secure = listeners.find(({ protocol }) => protocol === 'HTTPS') ?? listeners[0];
    this.sectionName = secure?.name ?? 'https';
    judgeScheme('loadBalancer.scheme', props.loadBalancer?.scheme, environment, problems);
    judgeGatewayListeners(props, listeners, routes, problems);
    const isServed = gatewaysOf(environment) !== undefined;
    const certificates =
      isServed && routes.controller !== 'other' ? gatewayCertificates(props, listeners, environment, problems) : [];
    problems.raise();
    if (!isServed) return;
    const redirect = httpsRedirect(props, listeners, routes);
    const configuration = this.configuration(props, routes, listeners, certificates);
    const spec = {
      gatewayClassName: props.gatewayClassName ?? routes.gatewayClassName,
      listeners: listeners.map((one) => ({
        ...listenerOf(one, listenerTls(one, routes, certificates)),
        allowedRoutes: { namespaces: namespacesOf(props, one.name === redirect?.from) },
      })),
      ...(props.listenersFrom && { allowedListeners: { namespaces: fromNamespaces(props.listenersFrom) } }),
      ...(configuration === undefined ? {} : { infrastructure: { parametersRef: parametersRef(configuration) } }),
    };
    this.gateway = customObject(this, 'Gateway', GATEWAY, { ...props, name: this.name }, spec);
    override(this.gateway, props.overrides?.gateway);
    if (redirect !== undefined) {
      const route = customObject(
        this,
        'Redirect',
        HTTP_ROUTE,
        { name: `${this.name}-redirect` },
        redirectSpec(this.name, redirect),
      );
      override(route, props.overrides?.redirect);
    }
    if (props.plainHttp !== undefined) silence(this, 'eks/require-certificate', props.plainHttp);
  }

  /** The load balancer's own object; other controllers than the AWS Load Balancer Controller have none that is known. */
  private configuration(
    props: GatewayProps,
    { controller }: GatewayRoutes,
    listeners: readonly ResolvedListener[],
    certificates: readonly string[],
  ): LoadBalancerConfiguration | undefined {
    if (controller !== 'load-balancer-controller') return undefined;
    const settings = withCertificates(props.loadBalancer ?? {}, listeners, certificates);
    if (Object.keys(settings).length === 0) return undefined;
    return new LoadBalancerConfiguration(this, 'LoadBalancer', { ...settings, name: this.name });
  }
}

/** Properties are judged the same where nothing is rendered. */
const UNSERVED: GatewayRoutes = { form: 'gateway', controller: 'load-balancer-controller', gatewayClassName: '' };

function parametersRef({ name }: LoadBalancerConfiguration): object {
  const { group, kind } = LOAD_BALANCER_CONFIGURATION;
  return { group, kind, name };
}

/** Where plain HTTP only redirects, nobody else’s route has a place. */
function namespacesOf({ routesFrom: from = 'Same' }: GatewayProps, redirects: boolean): object {
  return fromNamespaces(redirects ? 'Same' : from);
}
