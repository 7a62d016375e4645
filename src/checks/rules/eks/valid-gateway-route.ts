import { GATEWAY_GROUP, LISTENER_RULE_CONFIGURATION } from '../../../knowledge/gateway/kinds';
import { judgeAlbRoute } from '../../../model/gateway/judge-alb-route';
import { type FieldPath, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { isLbcAlb, listenersOf, parentsOf } from '../../reads/gateway-of';

export const validGatewayRoute: ObjectRule = {
  id: 'eks/valid-gateway-route',
  severity: 'error',
  summary: 'A route of a Gateway on an ALB says what an ALB can do.',
  why: 'A filter or weight that an ALB does not have stops the controller for every route of the Gateway, and AWS stays as it was. Timeouts, retries and filters of backends are passed over without a word.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l7gateway/'],
  kinds: ['HTTPRoute', 'GRPCRoute'].map((kind) => `${GATEWAY_GROUP}/${kind}`),
  check(route, context, tell) {
    const onAlb = parentsOf(route, context).filter(
      ({ gateway }) => gateway !== undefined && isLbcAlb(gateway, context),
    );
    if (onAlb.length === 0) return;
    for (const verdict of judgeAlbRoute(route.value, onAlb.flatMap(listenersOf))) tell(verdict);
    judgeExtensions(route, context, tell);
    judgeListeners(route, context, tell);
  },
};

const { group, kind } = LISTENER_RULE_CONFIGURATION;
/** Actions without which everybody comes in. */
const WAYS_IN: ReadonlySet<string> = new Set(['authenticate-cognito', 'authenticate-oidc', 'jwt-validation']);

/** ListenerRuleConfigurations that a route names, with their places. */
function extensionsOf(route: RenderedObject): readonly { readonly name: string; readonly path: FieldPath }[] {
  return listAt(route.value, 'spec', 'rules').flatMap((rule, r) =>
    listAt(rule, 'filters').flatMap((filter, f) => {
      if (textAt(filter, 'extensionRef', 'group') !== group || textAt(filter, 'extensionRef', 'kind') !== kind)
        return [];
      const path = ['spec', 'rules', r, 'filters', f, 'extensionRef', 'name'];
      return { name: textAt(filter, 'extensionRef', 'name') ?? '', path };
    }),
  );
}

function judgeExtensions(route: RenderedObject, context: CheckContext, tell: Tell): void {
  const { index } = context;
  const { namespace = '' } = route;
  const plain = plainListener(route, context);
  for (const { name, path } of extensionsOf(route)) {
    const id = { group, kind, namespace, name };
    if (!index.exists(id)) {
      tell({
        path,
        found: name,
        what: `it names ${kind} "${name}", which namespace ${namespace} does not have. Every request of the rule gets 500.${didYouMean(name, index.names(group, kind, namespace))}`,
        fix: `render the ${kind} in the namespace of the route.`,
      });
      continue;
    }
    const action = listAt(index.find(id)?.value, 'spec', 'actions').map((one) => textAt(one, 'type') ?? '');
    const way = action.find((type) => WAYS_IN.has(type));
    if (way === undefined || plain === undefined) continue;
    tell({
      path,
      found: name,
      what: `its rule asks for ${way}, and the route is served by listener ${plain} for plain HTTP too, where the controller leaves it out without a word: everybody comes in there.`,
      fix: 'name the listener for HTTPS as sectionName in parentRefs.',
    });
  }
}

/** On plain HTTP the load balancer speaks HTTP1 with the Pods. */
function judgeListeners(route: RenderedObject, context: CheckContext, tell: Tell): void {
  const plain = route.kind === 'GRPCRoute' ? plainListener(route, context) : undefined;
  if (plain === undefined) return;
  tell({
    path: ['spec', 'parentRefs'],
    found: plain,
    what: `it is served by listener ${plain} for plain HTTP, where an ALB speaks HTTP1 with the Pods: its target group is made so, and every call fails.`,
    fix: 'name the listener for HTTPS as sectionName in parentRefs.',
  });
}

/** Name of a listener for plain HTTP that serves a route. */
function plainListener(route: RenderedObject, context: CheckContext): string | undefined {
  const all = parentsOf(route, context).flatMap((parent) => listenersOf(parent));
  const found = all.find((listener) => textAt(listener, 'protocol') === 'HTTP');
  return found === undefined ? undefined : textAt(found, 'name');
}
