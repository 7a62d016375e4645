import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';
import type { LoadBalancerSettings } from './load-balancer-configuration-props';

/** Where requests come in. */
export interface GatewayListener {
  /** What routes name as their `sectionName`. `@default` - the protocol and, but for 80 and 443, the port */
  readonly name?: string;
  /** An ALB has HTTP and HTTPS, an NLB the others; a Gateway is one of them. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP';
  /** 1–65535. */
  readonly port: number;
  /** The hosts that it is for: `shop` becomes `shop.<domain of the environment>`, `*.` covers what is below. `@default` - all */
  readonly hostname?: string;
  /** Whether TLS ends here, for protocol TLS. `@default` Terminate */
  readonly tlsMode?: 'Terminate' | 'Passthrough';
  /** Secrets with certificates, where another controller than those of AWS serves the Gateway. `@default` - none */
  readonly certificateSecrets?: readonly string[];
}

/** Namespaces by their labels. */
export interface NamespaceLabels {
  /** Labels that a namespace has. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface GatewayProps extends ObjectProps {
  /** Class of the Gateway. `@default` - the environment's `routes.gatewayClassName` */
  readonly gatewayClassName?: string;
  /** Where requests come in; at most 64. `@default` HTTP 80, and HTTPS 443 where the environment has certificates */
  readonly listeners?: readonly GatewayListener[];
  /** Hosts that certificates are looked up for in the environment. `@default` - those of the listeners, else all of the environment's certificates */
  readonly hosts?: readonly string[];
  /**
   * From which namespaces routes may attach. Those may take any path of any host. Where plain HTTP only redirects, that
   * listener takes those of the Gateway's own. `@default` Same: those of the Gateway's own
   */
  readonly routesFrom?: 'Same' | 'All' | NamespaceLabels;
  /** From which namespaces a `ListenerSet` may add listeners; those may take any host and port. `@default` - none */
  readonly listenersFrom?: 'Same' | 'All' | NamespaceLabels;
  /** Whether HTTP requests are sent to HTTPS, by an HTTPRoute of its own. `@default` true where it has both, and the controller is not that of VPC Lattice, which has no redirects */
  readonly redirectToHttps?: boolean;
  /** What the load balancer is beyond that, with the AWS Load Balancer Controller. `@default` - internal, by its defaults */
  readonly loadBalancer?: LoadBalancerSettings;
  /** Why the internet may reach it over plain HTTP: a sentence that a reviewer accepts. `@default` - see `eks/require-certificate` */
  readonly plainHttp?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly gateway?: Patch; readonly redirect?: Patch };
}
