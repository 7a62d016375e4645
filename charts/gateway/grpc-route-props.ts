import type { BackendInput } from '../alb/backend';
import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';
import type { GatewayInput } from './gateway-input';
import type { WeightedBackend } from './http-routes-props';

/** What a call has to be; all that is given has to hold. */
export interface GrpcMatch {
  /** Full name of the service, with its package, such as `shop.v1.Orders`. `@default` - any */
  readonly service?: string;
  /** Name of the method. `@default` - any */
  readonly method?: string;
  /** Headers by name, with their whole value; at most 16. `@default` - any */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One rule: what calls it is about, and who answers. */
export interface GrpcRule {
  /** Calls that fit one of them. `@default` - all */
  readonly matches?: GrpcMatch | readonly GrpcMatch[];
  /** The Service that answers, or several with weights. */
  readonly backends: BackendInput | readonly WeightedBackend[];
}

export interface GrpcRouteProps extends ObjectProps {
  /** `orders` becomes `orders.<domain of the environment>`; at most 16. `@default` - every host of the listener */
  readonly hosts?: readonly string[];
  /** The Gateway that it attaches to. `@default` - the environment's `routes.gateway` */
  readonly gateway?: GatewayInput;
  /** One to sixteen. */
  readonly rules: readonly GrpcRule[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly grpcRoute?: Patch };
}
