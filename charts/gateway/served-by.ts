import type { GatewayController } from '../../src/knowledge/gateway/controllers';
import type { Environment, GatewayRoutes } from '../../src/model/environment';

/** The environment's Gateways; undefined where requests come in by Ingresses. */
export function gatewaysOf({ routes }: Environment): GatewayRoutes | undefined {
  return routes?.form === 'gateway' ? routes : undefined;
}

export function isController(environment: Environment, controller: GatewayController): boolean {
  return gatewaysOf(environment)?.controller === controller;
}
