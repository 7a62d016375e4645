import type { AlbListeners, AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { parseJson } from '../../src/knowledge/aws/annotation-values';
import type { Environment } from '../../src/model/environment';
import { textAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';
import { prefixed, type WrittenAnnotations, writeAlb } from './alb-annotations';
import { type ExtraAnnotations, splitAnnotations } from './alb-extra-annotations';
import { albListeners } from './alb-listeners';
import { type AlbRoutes, type Routes, routesOf, sharedHealthPath } from './alb-routes';
import { actionNameOf, type BackendInput } from './backend';

/** What an Ingress becomes in its environment, before anything is judged. */
export interface ResolvedAlb {
  readonly routes: Routes;
  readonly listeners: AlbListeners;
  readonly typed: WrittenAnnotations;
  readonly extra: ExtraAnnotations;
  /** Those to be rendered, with their prefixes. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Routes, listeners and annotations; what cannot be found, such as a certificate, is a problem. */
export function resolveAlb(props: AlbSettings & AlbRoutes, environment: Environment, problems: Problems): ResolvedAlb {
  const routes = routesOf(props, props.annotations ?? {}, environment, problems);
  const extra = splitAnnotations(props.annotations ?? {});
  const isEks = environment.platform === 'eks';
  const listeners = isEks ? albListeners(props, routes.hosts, environment, problems) : { certificateArns: [] };
  const healthPath =
    isEks && extra.alb['healthcheck-path'] === undefined
      ? sharedHealthPath(calledBackends(routes.backends, extra.alb), props.healthCheck?.path, problems)
      : undefined;
  const typed = writeAlb(withDefaults(props, healthPath), listeners);
  const annotations = isEks
    ? { ...prefixed({ ...typed.texts, ...routes.texts, ...extra.alb }), ...extra.foreign }
    : extra.foreign;
  return { routes, listeners, typed, extra, annotations };
}

/** Without those that stand for an action that the load balancer carries out itself: nobody is asked whether it is healthy. */
function calledBackends(
  backends: readonly BackendInput[],
  alb: Readonly<Record<string, string>>,
): readonly BackendInput[] {
  return backends.filter((backend) => {
    const action = actionNameOf(backend);
    const type = action === undefined ? undefined : textAt(parseJson(alb[`actions.${action}`] ?? ''), 'type');
    return type !== 'fixed-response' && type !== 'redirect';
  });
}

function withDefaults(settings: AlbSettings, healthPath: string | undefined): AlbSettings {
  const { healthCheck, targetType = 'ip' } = settings;
  const path = healthCheck?.path ?? healthPath;
  return { ...settings, targetType, ...(path === undefined ? {} : { healthCheck: { ...healthCheck, path } }) };
}
