import { GATEWAY, LISTENER_SET } from '../../../knowledge/gateway/kinds';
import { listAt, mapAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import { matchesSelector } from '../../engine/object-index';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { gatewayOfSet } from '../../reads/gateway-of';

export const validListenerSet: ObjectRule = {
  id: 'k8s/valid-listener-set',
  severity: 'error',
  summary: 'The Gateway that a ListenerSet names is there, lets it in, and has none of its listeners already.',
  why: 'A Gateway takes no ListenerSets unless its allowedListeners say so. One that is not taken is never made: its ports do not answer, and the hosts of its routes are answered by nobody, while the server accepts all of them.',
  see: [
    'https://gateway-api.sigs.k8s.io/api-types/listenerset/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/listenersets',
  ],
  kinds: [`${LISTENER_SET.group}/${LISTENER_SET.kind}`],
  check(set, context, tell) {
    const { namespace, name, gateway } = gatewayOfSet(set, context.index);
    if (gateway === undefined) {
      if (!isElsewhere(namespace, name, context)) tellMissing(namespace, name, context, tell);
      return;
    }
    judgeAllowed(set, gateway, context, tell);
    judgeListeners(set, gateway, tell);
  },
};

/** Declared as existing, or the one of the settings. */
function isElsewhere(namespace: string, name: string, { index, environment: { routes } }: CheckContext): boolean {
  const { group, kind } = GATEWAY;
  if (index.external({ group, kind, namespace, name }) !== undefined) return true;
  const shared = routes?.form === 'gateway' ? routes.gateway : undefined;
  return shared?.name === name && shared.namespace === namespace;
}

function tellMissing(namespace: string, name: string, { index, environment }: CheckContext, tell: Tell): void {
  tell({
    path: ['spec', 'parentRef', 'name'],
    found: name,
    what: `it attaches to Gateway "${name}" of namespace ${namespace}, which does not exist, so its listeners are never made.${didYouMean(name, index.names(GATEWAY.group, GATEWAY.kind, namespace))}`,
    fix: `name a Gateway with its namespace, render it, or declare it under \`external\` in environments/${environment.name}/environment.yaml.`,
  });
}

function judgeAllowed(set: RenderedObject, gateway: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const allowed = mapAt(gateway.value, 'spec', 'allowedListeners', 'namespaces');
  const from = textAt(allowed, 'from') ?? 'None';
  if (from === 'All' || (from === 'Same' && set.namespace === gateway.namespace)) return;
  const found = index.find({ group: '', kind: 'Namespace', name: set.namespace ?? '' });
  if (from === 'Selector') {
    // Nobody knows the labels of one that is not rendered here.
    if (found === undefined) return;
    const labels = { 'kubernetes.io/metadata.name': found.name, ...mapAt(found.value, 'metadata', 'labels') };
    if (matchesSelector(mapAt(allowed, 'selector'), labels)) return;
  }
  const why = {
    None: 'it says no allowedListeners, and takes none',
    Same: 'it takes those of its own namespace alone',
  }[from];
  tell({
    path: ['spec', 'parentRef'],
    found: set.namespace ?? '',
    what: `Gateway "${gateway.name}" of namespace ${gateway.namespace} takes no ListenerSet of namespace ${set.namespace}: ${why ?? 'its allowedListeners do not fit'}. None of its listeners is made.`,
    fix: 'say so in spec.allowedListeners of the Gateway, which is listenersFrom of the construct.',
  });
}

/** The Gateway's own come first. */
function judgeListeners(set: RenderedObject, gateway: RenderedObject, tell: Tell): void {
  const own = listAt(gateway.value, 'spec', 'listeners');
  listAt(set.value, 'spec', 'listeners').forEach((listener, position) => {
    const port = numberAt(listener, 'port');
    const host = textAt(listener, 'hostname');
    const first = own.find((one) => numberAt(one, 'port') === port && textAt(one, 'hostname') === host);
    if (first === undefined || textAt(first, 'protocol') !== textAt(listener, 'protocol')) return;
    tell({
      path: ['spec', 'listeners', position],
      found: textAt(listener, 'name') ?? '',
      what: `listener ${textAt(listener, 'name')} has port ${port} and ${host === undefined ? 'every host' : `host ${host}`}, as listener ${textAt(first, 'name')} of Gateway "${gateway.name}" has, which comes first: this one is never made.`,
      fix: 'give it another port or another hostname, or let routes name the Gateway.',
    });
  });
}
