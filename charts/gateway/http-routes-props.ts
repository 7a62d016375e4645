import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import type { AlbHealthCheck } from '../../src/knowledge/aws/alb-target-group-settings';
import type { BackendInput } from '../alb/backend';
import type { Patch } from '../shared/override';
import type { GatewayInput } from './gateway-input';

/** What a request has to be; all that is given has to hold. */
export interface HttpMatch {
  /** What the path begins with, or is. At most 1024 characters, with a leading slash and without wildcards. `@default` / */
  readonly path?: string;
  /** Prefix takes whole path segments. `@default` Prefix */
  readonly pathType?: 'Prefix' | 'Exact';
  /** Headers by name, with their whole value; at most 16. `@default` - any */
  readonly headers?: Readonly<Record<string, string>>;
  /** Parameters of the query by name, with their whole value; at most 16. `@default` - any */
  readonly query?: Readonly<Record<string, string>>;
  /** The method, such as POST. `@default` - any */
  readonly method?: HttpMethod;
}

/** Methods of HTTP. */
export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';

/** A backend and its share of the requests. */
export interface WeightedBackend {
  /** The Service that gets this share. */
  readonly backend: BackendInput;
  /** Share of the requests, by all weights of the rule; 0 gets none. A load balancer of AWS takes 0–999. `@default` 1 */
  readonly weight?: number;
}

/** Parts that are left out stay as the request has them; at least one is given. */
export interface HttpRedirect {
  /** 301 is remembered by clients, 302 is not. A load balancer of AWS has these two. `@default` 301 */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
  /** What clients are to speak there; without a port, on its usual one. `@default` - the request's */
  readonly scheme?: 'http' | 'https';
  /** Where clients are sent: a full host. `@default` - the request's */
  readonly hostname?: string;
  /** 1–65535. `@default` - the usual one of the scheme, else the request's */
  readonly port?: number;
  /** The whole path. Give this or `prefix`. `@default` - the request's */
  readonly path?: string;
  /** What replaces the prefix that matched. No load balancer of AWS does it. `@default` - nothing does */
  readonly prefix?: string;
}

/** What the backend gets to see; at least one is given. */
export interface HttpRewrite {
  /** The whole path. Give this or `prefix`. `@default` - the request's */
  readonly path?: string;
  /** What replaces the prefix that matched; the rule then has one match, with a Prefix path. `@default` - nothing does */
  readonly prefix?: string;
  /** The host. `@default` - the request's */
  readonly hostname?: string;
}

/** Changes to the headers of requests or answers. */
export interface HeaderChanges {
  /** Headers that are replaced, by name. `@default` - none */
  readonly set?: Readonly<Record<string, string>>;
  /** Headers that get a further value, by name. `@default` - none */
  readonly add?: Readonly<Record<string, string>>;
  /** Names of headers that are taken away. `@default` - none */
  readonly remove?: readonly string[];
}

/** How long an answer may take, such as `10s`: numbers of at most five digits with h, m, s or ms. */
export interface HttpTimeouts {
  /** For the whole request. `@default` - the controller decides */
  readonly request?: string;
  /** For one attempt at a backend; at most `request`. `@default` - the controller decides */
  readonly backendRequest?: string;
}

/** A ListenerRuleConfiguration of the same namespace. */
export interface ListenerRuleInput {
  /** Its name. */
  readonly name: string;
  /** Whether the load balancer answers itself. `@default` false */
  readonly answers?: boolean;
}

/** One rule: what requests it is about, and what is done with them. */
export interface HttpRule {
  /** Requests that fit one of them. `@default` - all */
  readonly matches?: HttpMatch | readonly HttpMatch[];
  /** The Service that answers, or several with weights. Give this or `redirect`. */
  readonly backends?: BackendInput | readonly WeightedBackend[];
  /** Where clients are sent instead. Give this or `backends`. */
  readonly redirect?: HttpRedirect;
  /** Changes path or host before a backend sees them. `@default` - it sees the request's */
  readonly rewrite?: HttpRewrite;
  /** Changes headers before a backend sees them. No load balancer of AWS does it. `@default` - none */
  readonly requestHeaders?: HeaderChanges;
  /** Changes headers of the answer. No load balancer of AWS does it for single routes. `@default` - none */
  readonly responseHeaders?: HeaderChanges;
  /** What an ALB does beyond that, with Gateways of the AWS Load Balancer Controller; one that answers takes the place of `backends`. `@default` - nothing */
  readonly listenerRule?: ListenerRuleInput;
  /**
   * How the Pods of its backends are asked whether they are well, where it differs from the routes' `healthCheck`. It counts for
   * the Service, whatever rule leads there; behind an Ingress it becomes annotations of the Service, which is one of this app.
   * `@default` - as the routes say
   */
  readonly healthCheck?: AlbHealthCheck;
  /** How long an answer may take. No load balancer of AWS has it for single routes. `@default` - the controller decides */
  readonly timeouts?: HttpTimeouts;
}

export interface HttpRoutesProps {
  /** Name of the Ingress or HTTPRoute. `@default` the construct's id */
  readonly name?: string;
  /** `shop` becomes `shop.<domain of the environment>`; at most 16. `@default` - every host */
  readonly hosts?: readonly string[];
  /** One to sixteen; their order counts for nothing but two that fit a request equally well: then the first is taken. */
  readonly rules: readonly HttpRule[];
  /**
   * Whether the internet can reach the load balancer that is made for the routes. Changing it makes a new one with a new DNS
   * name. `@default` - internal where `network.private` is true; else it has to be given, except where the routes attach to a
   * Gateway that is there
   */
  readonly scheme?: 'internal' | 'internet-facing';
  /**
   * The Gateway that the routes attach to, in environments of that form. `@default` - the environment's `routes.gateway`, else
   * one of their own
   */
  readonly gateway?: GatewayInput;
  /** Whether it is served over HTTPS. `@default` true where the environment has certificates and there is a host */
  readonly tls?: boolean;
  /** Certificates of ACM in the environment's region; the first is the default one. `@default` - the environment's that cover the hosts */
  readonly certificateArns?: readonly string[];
  /** How the Pods are asked whether they are well; a rule may say its own. `@default` - the readiness path of each backend */
  readonly healthCheck?: AlbHealthCheck;
  /** Further settings of the Ingress, in environments of that form, such as its `group`. Where routes become a Gateway's, a login among them needs a `listenerRule`, and what else protects, such as `inboundCidrs`, is refused: the Gateway says it. `@default` - none */
  readonly ingress?: Partial<Omit<AlbSettings, 'scheme' | 'tls' | 'certificateArns' | 'healthCheck'>>;
  /** Why the internet may reach it over plain HTTP: a sentence that a reviewer accepts. `@default` - see `eks/require-certificate` */
  readonly plainHttp?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly ingress?: Patch; readonly httpRoute?: Patch; readonly gateway?: Patch };
}
