import { GATEWAY, LISTENER_SET } from '../../../knowledge/gateway/kinds';
import { type JsonValue, listAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { admitsSet, holderText, listenersBefore } from '../../reads/gateway-listeners';
import { gatewayOfSet } from '../../reads/gateway-of';

export const validListenerSet: ObjectRule = {
  id: 'k8s/valid-listener-set',
  severity: 'error',
  summary:
    'The Gateway that a ListenerSet names is there, lets it in, and has none of its listeners already, nor has another ListenerSet.',
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
    if (admitsSet(set, gateway, context) === false) tellRefused(set, gateway, tell);
    else judgeListeners(set, gateway, context, tell);
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

function tellRefused(set: RenderedObject, gateway: RenderedObject, tell: Tell): void {
  const from = textAt(gateway.value, 'spec', 'allowedListeners', 'namespaces', 'from') ?? 'None';
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

/** The Gateway's own come first, then those of older ListenerSets. */
function judgeListeners(set: RenderedObject, gateway: RenderedObject, context: CheckContext, tell: Tell): void {
  const others = listenersBefore(set, gateway, context);
  listAt(set.value, 'spec', 'listeners').forEach((listener, position) => {
    const first = others.find(({ value }) => isSame(value, listener));
    if (first === undefined) return;
    const host = textAt(listener, 'hostname');
    const isOfGateway = first.holder === gateway;
    const end = isOfGateway
      ? 'which comes first: this one is never made.'
      : 'and the older ListenerSet comes first: the listener of the other is never made.';
    tell({
      path: ['spec', 'listeners', position],
      found: textAt(listener, 'name') ?? '',
      what: `listener ${textAt(listener, 'name')} has port ${numberAt(listener, 'port')} and ${host === undefined ? 'every host' : `host ${host}`}, as listener ${textAt(first.value, 'name')} of ${holderText(first.holder)} has, ${end}`,
      fix: isOfGateway
        ? 'give it another port or another hostname, or let routes name the Gateway.'
        : 'give it another port or another hostname, or let routes name the other ListenerSet.',
    });
  });
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  return (
    numberAt(one, 'port') === numberAt(other, 'port') &&
    textAt(one, 'protocol') === textAt(other, 'protocol') &&
    textAt(one, 'hostname') === textAt(other, 'hostname')
  );
}
