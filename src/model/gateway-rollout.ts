import { GATEWAY_PLUGIN, GATEWAY_PLUGIN_ROUTES } from '../knowledge/argocd/rollouts';
import { at, isJsonObject, listAt, textAt } from './json';

/** How a Rollout shares requests out by routes of a Gateway, through the plugin of its controller. */
export interface GatewayRouting {
  /** Namespace of the routes, where it is not that of the Rollout. */
  readonly namespace: string | undefined;
  readonly routes: readonly { readonly kind: string; readonly name: string }[];
  /** Services whose weights the controller writes: the stable one, and that of the canary. */
  readonly services: readonly string[];
}

/** Of a canary with the plugin; undefined for any other Rollout. Routes that a selector finds are not named. */
export function gatewayRoutingOf(rollout: unknown): GatewayRouting | undefined {
  const canary = at(rollout, 'spec', 'strategy', 'canary');
  const plugin = at(canary, 'trafficRouting', 'plugins', GATEWAY_PLUGIN);
  if (!isJsonObject(plugin)) return undefined;
  const routes = GATEWAY_PLUGIN_ROUTES.flatMap(({ kind, one, several }) =>
    [textAt(plugin, one), ...listAt(plugin, several).map((route) => textAt(route, 'name'))].flatMap((name) =>
      name === undefined ? [] : [{ kind, name }],
    ),
  );
  const services = ['stableService', 'canaryService'].flatMap((field) => textAt(canary, field) ?? []);
  return { namespace: textAt(plugin, 'namespace'), routes, services };
}
