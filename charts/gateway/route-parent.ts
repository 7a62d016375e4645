import type { Environment, GatewayRoutes } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { GatewayInput } from './gateway-input';
import type { ParentRef } from './http-route-spec';
import { gatewaysOf } from './served-by';

/** The Gateways of the environment; a problem where requests come in by Ingresses, which cannot say what the kind says. */
export function requiredGateways(
  environment: Environment,
  what: string,
  nearest: string,
  problems: Problems,
): GatewayRoutes | undefined {
  const gateways = gatewaysOf(environment);
  problems.unless(
    gateways !== undefined,
    `in environment ${environment.name} requests come in by Ingresses, and nobody would read a ${what}.`,
    nearest,
  );
  return gateways;
}

/** The Gateway that a route names, or the environment's; a problem where there is none. */
export function parentOf(
  gateway: GatewayInput | undefined,
  gateways: GatewayRoutes | undefined,
  sectionName: string,
  problems: Problems,
): ParentRef {
  if (gateway !== undefined) return { sectionName, ...gateway };
  if (gateways?.gateway !== undefined) return gateways.gateway;
  problems.unless(
    gateways === undefined,
    'no Gateway is named for the route, and without one no request reaches it.',
    'give gateway, or `routes.gateway` in environment.yaml.',
  );
  return { name: '' };
}
