import type { GatewayRoutes } from '../../src/model/environment';
import type { ResolvedListener } from './gateway-listeners';
import type { GatewayProps } from './gateway-props';
import { parentRef } from './http-route-spec';

export interface HttpsRedirect {
  /** The listener for plain HTTP. */
  readonly from: string;
  /** The port of the one for HTTPS. */
  readonly port: number;
}

/** VPC Lattice has no redirects: a route for one would be a service that answers nothing. */
export function canRedirect(controller: GatewayRoutes['controller']): boolean {
  return controller !== 'vpc-lattice';
}

/** Undefined where a Gateway has not both, or neither can nor is to redirect. */
export function httpsRedirect(
  { redirectToHttps }: GatewayProps,
  listeners: readonly ResolvedListener[],
  { controller }: GatewayRoutes,
): HttpsRedirect | undefined {
  const from = listeners.find(({ protocol }) => protocol === 'HTTP');
  const to = listeners.find(({ protocol }) => protocol === 'HTTPS');
  if (from === undefined || to === undefined || redirectToHttps === false || !canRedirect(controller)) return undefined;
  return { from: from.name, port: to.port };
}

/** Bound to the listener for plain HTTP: on the other one it would lead to itself. */
export function redirectSpec(gateway: string, { from, port }: HttpsRedirect): object {
  const requestRedirect = { scheme: 'https', port, statusCode: 301 };
  return {
    parentRefs: [parentRef({ name: gateway, sectionName: from })],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        filters: [{ type: 'RequestRedirect', requestRedirect }],
      },
    ],
  };
}
