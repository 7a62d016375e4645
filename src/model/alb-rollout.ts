import { ROLLOUT_SERVICES } from '../knowledge/argocd/rollouts';
import { ALB_PREFIX } from '../knowledge/aws/alb-annotations';
import { at, isJsonObject, listAt, textAt } from './json';

/** How a Rollout shares requests out on a load balancer of AWS. */
export interface AlbRouting {
  /** Ingresses of its namespace that it writes into. */
  readonly ingresses: readonly string[];
  /** Before the names of the annotations it writes. */
  readonly prefix: string;
  /** The action with its weights: the path that names this as its Service is the one that is shared out. */
  readonly action: string;
  /** Actions and conditions of routes by header, by the names that it declares. */
  readonly routes: readonly string[];
}

/** Of a canary with `trafficRouting.alb`; undefined for any other Rollout. */
export function albRoutingOf(rollout: unknown): AlbRouting | undefined {
  const canary = at(rollout, 'spec', 'strategy', 'canary');
  const routing = at(canary, 'trafficRouting');
  const alb = at(routing, 'alb');
  if (!isJsonObject(alb)) return undefined;
  const names = [alb['ingress'], ...listAt(alb, 'ingresses')];
  return {
    ingresses: names.filter((name) => typeof name === 'string'),
    prefix: textAt(alb, 'annotationPrefix') === undefined ? ALB_PREFIX : `${textAt(alb, 'annotationPrefix')}/`,
    action: textAt(alb, 'rootService') ?? textAt(canary, 'stableService') ?? '',
    routes: listAt(routing, 'managedRoutes').flatMap((route) => textAt(route, 'name') ?? []),
  };
}

/** Services of its namespace whose selectors the controller changes. */
export function servicesOfRollout(rollout: unknown): readonly string[] {
  return ROLLOUT_SERVICES.flatMap((path) => textAt(rollout, 'spec', 'strategy', ...path) ?? []);
}
