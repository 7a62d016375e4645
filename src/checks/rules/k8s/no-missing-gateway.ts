import { GATEWAY } from '../../../knowledge/gateway/kinds';
import { listAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { letsIn, overlap } from '../../reads/gateway-admits';
import { listenersOf, type Parent, parentsOf } from '../../reads/gateway-of';
import { ROUTE_KINDS } from '../../reads/route-backends';

export const noMissingGateway: ObjectRule = {
  id: 'k8s/no-missing-gateway',
  severity: 'error',
  summary: 'The Gateway or ListenerSet and the listener that a route names are there, and let the route in.',
  why: 'A route that no Gateway takes changes nothing: its hosts answer 404, or nobody answers, while the object itself is accepted. Argo CD shows it as Progressing for ever, and later waves wait.',
  see: [
    'https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways',
    'https://gateway-api.sigs.k8s.io/guides/multiple-ns/',
  ],
  kinds: ROUTE_KINDS,
  check(route, context, tell) {
    for (const parent of parentsOf(route, context)) {
      if (parent.holder !== undefined) judgeListeners(route, parent, context, tell);
      else if (!isElsewhere(parent, context)) tellMissing(parent, context, tell);
    }
  },
};

/** Declared as existing, or the one of the settings. */
function isElsewhere({ kind, namespace, name }: Parent, { index, environment: { routes } }: CheckContext): boolean {
  const { group } = GATEWAY;
  if (index.external({ group, kind, namespace, name }) !== undefined) return true;
  const shared = kind === GATEWAY.kind && routes?.form === 'gateway' ? routes.gateway : undefined;
  return shared?.name === name && shared.namespace === namespace;
}

function tellMissing(
  { kind, position, namespace, name }: Parent,
  { index, environment }: CheckContext,
  tell: Tell,
): void {
  const names = index.names(GATEWAY.group, kind, namespace);
  tell({
    path: ['spec', 'parentRefs', position, 'name'],
    found: name,
    what: `it attaches to ${kind} "${name}" of namespace ${namespace}, which does not exist, so no request reaches it.${didYouMean(name, names)}`,
    fix: `name a ${kind} with its namespace, render it, or declare it under \`external\` in environments/${environment.name}/environment.yaml.`,
  });
}

function judgeListeners(route: RenderedObject, parent: Parent, context: CheckContext, tell: Tell): void {
  const { kind, holder, reference, position, name } = parent;
  const path = ['spec', 'parentRefs', position];
  const listeners = listenersOf(parent);
  if (listeners.length === 0) {
    const all = listAt(holder?.value, 'spec', 'listeners').map((one) => textAt(one, 'name') ?? '');
    const section = textAt(reference, 'sectionName');
    const [field, found] =
      section === undefined ? ['port', String(numberAt(reference, 'port'))] : ['sectionName', section];
    tell({
      path: [...path, field],
      found,
      wanted: all.join(', '),
      what: `it attaches to listener ${found} of ${kind} "${name}", whose listeners are ${all.join(', ')}; no request reaches it.${didYouMean(found, all)}`,
      fix: 'name one of its listeners.',
    });
    return;
  }
  if (!listeners.some((listener) => letsIn(listener, route, parent, context.index))) {
    tell({
      path: [...path, 'namespace'],
      found: route.namespace ?? '',
      what: `${kind} "${name}" of namespace ${parent.namespace} lets no ${route.kind} of namespace ${route.namespace} in: ${whyNot(listeners.map((one) => textAt(one, 'allowedRoutes', 'namespaces', 'from') ?? 'Same'))}. The route is not accepted, and no request reaches it.`,
      fix: 'say so in allowedRoutes of the listener, by a Selector on a label that the namespace has, or move the route.',
    });
    return;
  }
  const hosts = listAt(route.value, 'spec', 'hostnames').map(String);
  const wanted = listeners.map((one) => textAt(one, 'hostname'));
  if (hosts.length === 0 || wanted.some((one) => one === undefined || hosts.some((host) => overlap(one, host)))) return;
  tell({
    path: ['spec', 'hostnames'],
    found: hosts.join(', '),
    wanted: wanted.join(', '),
    what: `its hosts ${hosts.join(', ')} fit no listener of ${kind} "${name}": those are for ${wanted.join(', ')}. No request reaches it.`,
    fix: 'correct the hosts, or attach to a listener for them.',
  });
}

function whyNot(froms: readonly string[]): string {
  if (froms.every((from) => from === 'Same')) return 'its listeners take those of its own namespace alone';
  return 'no listener’s allowedRoutes fit it';
}
