import { GATEWAY_PLUGIN, ROLLOUT } from '../../../knowledge/argocd/rollouts';
import { GATEWAY_GROUP } from '../../../knowledge/gateway/kinds';
import { albRoutingOf } from '../../../model/alb-rollout';
import { isByArgocd } from '../../../model/consumer';
import { gatewayRoutingOf } from '../../../model/gateway-rollout';
import type { FieldPath } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { ROUTE_KINDS, routeBackends } from '../../reads/route-backends';

export const validRolloutRoute: ObjectRule = {
  id: 'k8s/valid-rollout-route',
  severity: 'error',
  summary:
    'Routes of a Gateway that lead to a canary have both of its Services, and weights that its controller writes.',
  why: 'The controller writes weights where its Rollout says: into an annotation of an Ingress, or by a plugin into a route. A route that it does not write into sends all requests to the old version until the release is over, while the Rollout counts its steps.',
  see: [
    'https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/en/latest/',
    'https://github.com/argoproj/argo-cd/issues/17694',
  ],
  kinds: [`${ROLLOUT.group}/${ROLLOUT.kind}`],
  check(object, context, tell) {
    judgeUnwritten(object, context, tell);
    judgePlugin(object, context, tell);
  },
};

const ROUTING: FieldPath = ['spec', 'strategy', 'canary', 'trafficRouting'];

/** A route beside the Ingress that the controller writes into. */
function judgeUnwritten({ value, namespace = '' }: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const routing = albRoutingOf(value);
  if (routing === undefined || gatewayRoutingOf(value) !== undefined) return;
  const route = ROUTE_KINDS.flatMap((one) => {
    const [group = '', kind = ''] = one.split('/');
    return index.ofKind(group, kind);
  }).find((one) =>
    routeBackends(one).some((backend) => backend.namespace === namespace && backend.name === routing.action),
  );
  if (route === undefined) return;
  tell({
    path: [...ROUTING, 'alb'],
    severity: 'warning',
    found: `${route.kind} ${route.name}`,
    what: `${route.kind} ${route.name} sends to "${routing.action}" too, and the controller writes weights into Ingresses alone: requests that come by the Gateway all go to the old version until the release is over.`,
    fix: 'leave trafficRouting out, so that requests are shared out by Pods, or let clients come by the Ingress until the release is over.',
  });
}

function judgePlugin(object: RenderedObject, { index, environment }: CheckContext, tell: Tell): void {
  const routing = gatewayRoutingOf(object.value);
  const path: FieldPath = [...ROUTING, 'plugins', GATEWAY_PLUGIN];
  const namespace = routing?.namespace ?? object.namespace;
  for (const { kind, name } of routing?.routes ?? []) {
    const route = index.find({ group: GATEWAY_GROUP, kind, name, ...(namespace === undefined ? {} : { namespace }) });
    if (route === undefined) continue;
    const backends = routeBackends(route).map((backend) => backend.name);
    const missing = routing?.services.filter((service) => !backends.includes(service)) ?? [];
    if (missing.length > 0)
      tell({
        path,
        found: `${kind} ${name}`,
        wanted: `backends ${routing?.services.join(' and ')}`,
        what: `${kind} ${name} does not send to ${missing.join(' and ')}. The plugin finds no weight to write there, and the release does not go on.`,
        fix: 'name both Services in one rule, the stable one with weight 100 and that of the canary with weight 0.',
      });
    else if (isByArgocd(environment))
      tell({
        path,
        severity: 'warning',
        found: `${kind} ${name}`,
        what: `the controller writes weights into ${kind} ${name}, which Git holds too. Its Application leaves these weights alone, and Argo CD is reported to leave the whole list of rules as it is on the cluster then: a change of the route may not arrive.`,
        fix: 'see after each change of the route that it arrived; or leave trafficRouting out, so that requests are shared out by Pods; or make two workloads, and share them out by weights in Git.',
      });
  }
}
