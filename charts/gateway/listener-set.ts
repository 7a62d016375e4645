import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY, LISTENER_SET } from '../../src/knowledge/gateway/kinds';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { certificatesFor } from '../alb/hosts';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { endsTls, listenerTls } from './gateway-certificates';
import type { GatewayInput } from './gateway-input';
import { listenersOf } from './gateway-listeners';
import type { GatewayListener, NamespaceLabels } from './gateway-props';
import { fromNamespaces, listenerOf } from './listener-spec';
import { requiredGateways } from './route-parent';

export interface ListenerSetProps extends ObjectProps {
  /** The Gateway that gets the listeners; it says `listenersFrom`. `@default` - the environment's `routes.gateway` */
  readonly gateway?: GatewayInput;
  /**
   * Where requests come in, beside the Gateway's own; 1–64. One with the port and host of an older one of the same Gateway is
   * not made. A load balancer of AWS takes certificates for HTTPS by `hostname` from ACM, or from the Gateway's `loadBalancer`.
   */
  readonly listeners: readonly GatewayListener[];
  /** From which namespaces routes may attach. `@default` Same: those of the ListenerSet's own */
  readonly routesFrom?: 'Same' | 'All' | NamespaceLabels;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly listenerSet?: Patch };
}

/**
 * Listeners that a team adds to a Gateway of others, from its own namespace: a host or a port of its own, on the load balancer
 * that all share. Routes name it as their `gateway`. Gateway API 1.5 and later, AWS Load Balancer Controller 3.3 and later.
 * @throws ToolError with everything that the server or the controller would refuse, and where requests come in by Ingresses
 * @finding eks/valid-gateway
 * @finding k8s/valid-listener-set
 * @finding k8s/no-missing-gateway
 * @see https://gateway-api.sigs.k8s.io/api-types/listenerset/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/listenersets
 * @example
 * import { HttpRoutes, ListenerSet, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const books = (chart: Chart, web: WebService) => {
 *   const listeners = [{ protocol: 'HTTP', port: 8080, hostname: 'books' }] as const;
 *   const gateway = new ListenerSet(chart, 'books', { gateway: { name: 'edge', namespace: 'edge' }, listeners });
 *   return new HttpRoutes(chart, 'pages', { hosts: ['books'], scheme: 'internal', gateway, rules: [{ backends: web }] });
 * };
 */
export class ListenerSet extends Construct {
  /** What is made. */
  readonly listenerSet: ApiObject;
  /** What routes refer to. */
  readonly kind = 'ListenerSet';
  /** For routes. */
  readonly name: string;
  /** For routes of other namespaces. */
  readonly namespace?: string;
  /** The listener that routes name where they say nothing: the first that ends TLS, else the first. */
  readonly sectionName: string;

  constructor(scope: Construct, id: string, props: ListenerSetProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ListenerSet', props, ListenerSet);
    this.name = props.name ?? id;
    const { namespace } = Chart.of(this);
    if (namespace !== undefined) this.namespace = namespace;
    const nearest = 'give the AlbIngress its own listenPorts, or set `routes.form: gateway` there.';
    const gateways = requiredGateways(environment, 'ListenerSet', nearest, problems);
    const { name, namespace: ofGateway } = props.gateway ?? gateways?.gateway ?? { name: '' };
    problems.unless(
      name !== '' || gateways === undefined,
      'no Gateway is named, and a ListenerSet without one is nobody’s.',
      'give gateway, or `routes.gateway` in environment.yaml.',
    );
    const routes = gateways ?? { form: 'gateway', controller: 'load-balancer-controller', gatewayClassName: '' };
    problems.unless(
      routes.controller !== 'vpc-lattice',
      'VPC Lattice serves the Gateway, and its controller does not know ListenerSets.',
      'let the Gateway have the listeners.',
    );
    problems.unless(
      props.gateway?.kind !== 'ListenerSet',
      `it attaches to ListenerSet "${name}", and a ListenerSet attaches to a Gateway.`,
      'name the Gateway.',
    );
    const listeners = listenersOf(props, environment, routes, problems, 'ListenerSet');
    const secured = listeners.filter(endsTls).flatMap(({ hostname }) => hostname ?? []);
    if (environment.platform === 'eks' && routes.controller !== 'other' && secured.length > 0)
      certificatesFor(secured, environment, problems, 'or correct the hostname');
    this.sectionName = (listeners.find(({ protocol }) => protocol === 'HTTPS') ?? listeners[0])?.name ?? 'https';
    problems.raise();
    const { group, kind } = GATEWAY;
    const spec = {
      parentRef: { group, kind, name, ...defined({ namespace: ofGateway }) },
      listeners: listeners.map((one) => ({
        ...listenerOf(one, listenerTls(one, routes, [])),
        allowedRoutes: { namespaces: fromNamespaces(props.routesFrom ?? 'Same') },
      })),
    };
    this.listenerSet = customObject(this, 'ListenerSet', LISTENER_SET, { ...props, name: this.name }, spec);
    override(this.listenerSet, props.overrides?.listenerSet);
  }
}
