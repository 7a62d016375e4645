import { GATEWAY, LISTENER_SET } from '../../../knowledge/gateway/kinds';
import { isOtherProtocol, protocolPorts } from '../../../model/gateway/listener';
import { at, type JsonValue, listAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import {
  admitsSet,
  type HeldListener,
  heldListeners,
  holderText,
  listenersBefore,
} from '../../reads/gateway-listeners';
import { configurationsOf, gatewayOfSet, parentsOf, type ServedBy, servedBy } from '../../reads/gateway-of';
import { ROUTE_KINDS } from '../../reads/route-backends';

/** What each kind of load balancer listens for. */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  alb: ['HTTP', 'HTTPS'],
  nlb: ['TCP', 'UDP', 'TLS'],
};

export const validGateway: ObjectRule = {
  id: 'eks/valid-gateway',
  severity: 'error',
  summary:
    'A Gateway of the AWS Load Balancer Controller, with its ListenerSets, has listeners that one load balancer can have, and certificates.',
  why: 'One listener that the controller cannot make stops the whole Gateway. What its LoadBalancerConfiguration says of a listener that is not there is passed over without a word, and so are certificates in Secrets.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/gateway/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/',
  ],
  kinds: [`${GATEWAY.group}/${GATEWAY.kind}`, `${LISTENER_SET.group}/${LISTENER_SET.kind}`],
  check(holder, context, tell) {
    const gateway = holder.kind === GATEWAY.kind ? holder : gatewayOfSet(holder, context.index).gateway;
    // One that the Gateway does not let in changes nothing of it.
    if (gateway === undefined || (holder !== gateway && admitsSet(holder, gateway, context) === false)) return;
    const served = servedBy(gateway, context);
    if (served?.controller !== 'load-balancer-controller') return;
    const configurations = configurationsOf(gateway, context);
    const others = holder === gateway ? [] : listenersBefore(holder, gateway, context);
    const own = listAt(holder.value, 'spec', 'listeners').map((value) => ({ holder, value }));
    own.forEach(({ value: listener }, index) => {
      if (judgeProtocol(listener, index, served, tell))
        judgeShared({ holder, value: listener }, index, [...others, ...own.slice(0, index)], gateway, tell);
      judgeSecrets(listener, index, tell);
      if (textAt(listener, 'protocol') === 'HTTPS' && !isCertified(listener, gateway, configurations, context))
        tell({
          path: ['spec', 'listeners', index],
          found: textAt(listener, 'name') ?? '',
          what: `listener ${textAt(listener, 'name')} speaks HTTPS without a certificate: no LoadBalancerConfiguration names one, and neither the listener nor its routes have a host to look one up for. The controller stops for the whole Gateway.`,
          fix: 'give the listener or its routes a hostname, or name defaultCertificate for its protocolPort in a LoadBalancerConfiguration.',
        });
    });
    if (holder !== gateway) return;
    const all = heldListeners(gateway, context).map(({ value }) => value);
    judgePorts(all, configurations, tell);
    judgeCapacity(configurations, tell);
  },
};

/** Whether the load balancer can have a listener of its protocol. */
function judgeProtocol(listener: JsonValue, index: number, { loadBalancer }: ServedBy, tell: Tell): boolean {
  const known = PROTOCOLS[loadBalancer] ?? [];
  const protocol = textAt(listener, 'protocol') ?? '';
  if (known.length === 0 || known.includes(protocol)) return true;
  const other = loadBalancer === 'alb' ? 'nlb' : 'alb';
  tell({
    path: ['spec', 'listeners', index, 'protocol'],
    found: protocol,
    wanted: known.join(', '),
    what: `listener ${textAt(listener, 'name')} speaks ${protocol}, and the class makes an ${loadBalancer.toUpperCase()}, which has ${known.join(', ')}; the listener is never made.`,
    fix: `use a class whose controller is gateway.k8s.aws/${other} for it, in a Gateway of its own.`,
  });
  return false;
}

/** @param before listeners that come before it where two want one port */
function judgeShared(
  { holder, value: listener }: HeldListener,
  index: number,
  before: readonly HeldListener[],
  gateway: RenderedObject,
  tell: Tell,
): void {
  const first = before.find(({ value }) => isOtherProtocol(value, listener));
  if (first === undefined) return;
  const protocol = textAt(listener, 'protocol') ?? '';
  const wanted = textAt(first.value, 'protocol') ?? '';
  const isOfAnotherSet = first.holder !== gateway && first.holder !== holder;
  const ofSet = isOfAnotherSet
    ? 'the older ListenerSet comes first: the listener of the other is never made.'
    : 'that one comes first: this one is never made.';
  const end = holder === gateway ? 'the controller stops for the whole Gateway.' : ofSet;
  tell({
    path: ['spec', 'listeners', index, 'protocol'],
    found: protocol,
    wanted,
    what: `listener ${textAt(listener, 'name')} speaks ${protocol} on port ${numberAt(listener, 'port')}, where listener ${textAt(first.value, 'name')}${first.holder === holder ? '' : ` of ${holderText(first.holder)}`} speaks ${wanted}: a port has one protocol, and ${end}`,
    fix: 'give it a port of its own.',
  });
}

/** One entry is asked for by the server where TLS ends on an NLB. */
function judgeSecrets(listener: JsonValue, index: number, tell: Tell): void {
  if (listAt(listener, 'tls', 'certificateRefs').length === 0 || textAt(listener, 'protocol') !== 'HTTPS') return;
  tell({
    path: ['spec', 'listeners', index, 'tls', 'certificateRefs'],
    found: textAt(listener, 'tls', 'certificateRefs', 0, 'name') ?? '',
    severity: 'warning',
    what: `listener ${textAt(listener, 'name')} names a Secret with its certificate, which the controller does not read: it takes certificates of ACM.`,
    fix: 'leave certificateRefs out, and name the ARN as defaultCertificate in a LoadBalancerConfiguration, or let it be found by the hosts.',
  });
}

function isCertified(
  listener: JsonValue,
  gateway: RenderedObject,
  configurations: readonly JsonValue[],
  context: CheckContext,
): boolean {
  const [port] = protocolPorts([listener]);
  const named = configurations
    .flatMap((one) => listAt(one, 'listenerConfigurations'))
    .some((one) => textAt(one, 'protocolPort') === port && textAt(one, 'defaultCertificate') !== undefined);
  if (named) return true;
  // Those of one port are one listener of the load balancer, with the certificates of all their hosts.
  const same = heldListeners(gateway, context).filter(({ value }) => protocolPorts([value])[0] === port);
  if (same.some(({ value }) => textAt(value, 'hostname') !== undefined)) return true;
  // Routes of other apps may be those of a Gateway that lets others in.
  if (same.some(({ value }) => (textAt(value, 'allowedRoutes', 'namespaces', 'from') ?? 'Same') !== 'Same'))
    return true;
  const routes = ROUTE_KINDS.flatMap((kind) => context.index.ofKind(...(kind.split('/') as [string, string])));
  return routes.some(
    (route) =>
      listAt(route.value, 'spec', 'hostnames').length > 0 &&
      parentsOf(route, context).some(({ holder, reference }) =>
        same.some(
          (one) =>
            one.holder === holder && [undefined, textAt(one.value, 'name')].includes(textAt(reference, 'sectionName')),
        ),
      ),
  );
}

function judgePorts(listeners: readonly JsonValue[], configurations: readonly JsonValue[], tell: Tell): void {
  const known = protocolPorts(listeners);
  const [own] = configurations;
  for (const one of listAt(own, 'listenerConfigurations')) {
    const found = textAt(one, 'protocolPort') ?? '';
    if (known.includes(found)) continue;
    tell({
      path: ['spec', 'infrastructure', 'parametersRef', 'name'],
      found,
      wanted: known.join(', '),
      what: `its LoadBalancerConfiguration has settings for ${found}, and its listeners are ${known.join(', ')}; the controller passes over them without a word.`,
      fix: 'correct protocolPort in the LoadBalancerConfiguration; TLS that is passed through is TCP there.',
    });
  }
}

function judgeCapacity(configurations: readonly JsonValue[], tell: Tell): void {
  if (configurations.length < 2 || !configurations.some((one) => at(one, 'minimumLoadBalancerCapacity'))) return;
  tell({
    path: ['spec', 'infrastructure', 'parametersRef'],
    severity: 'warning',
    what: 'it and its class both have a LoadBalancerConfiguration, and the controller loses minimumLoadBalancerCapacity when it joins two.',
    fix: 'keep all settings in one of them.',
  });
}
