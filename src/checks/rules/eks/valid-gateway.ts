import { GATEWAY } from '../../../knowledge/gateway/kinds';
import { protocolPorts } from '../../../model/gateway/listener';
import { at, type JsonValue, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { configurationsOf, parentsOf, type ServedBy, servedBy, setsOf } from '../../reads/gateway-of';
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
    'A Gateway of the AWS Load Balancer Controller has listeners that one load balancer can have, and certificates.',
  why: 'One listener that the controller cannot make stops the whole Gateway. What its LoadBalancerConfiguration says of a listener that is not there is passed over without a word, and so are certificates in Secrets.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/gateway/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/',
  ],
  kinds: [`${GATEWAY.group}/${GATEWAY.kind}`],
  check(gateway, context, tell) {
    const served = servedBy(gateway, context);
    if (served?.controller !== 'load-balancer-controller') return;
    const listeners = listAt(gateway.value, 'spec', 'listeners');
    const configurations = configurationsOf(gateway, context);
    listeners.forEach((listener, index) => {
      judgeProtocol(listener, index, served, tell);
      judgeSecrets(listener, index, tell);
      if (textAt(listener, 'protocol') === 'HTTPS' && !isCertified(listener, gateway, configurations, context))
        tell({
          path: ['spec', 'listeners', index],
          found: textAt(listener, 'name') ?? '',
          what: `listener ${textAt(listener, 'name')} speaks HTTPS without a certificate: no LoadBalancerConfiguration names one, and neither the listener nor its routes have a host to look one up for. The controller stops for the whole Gateway.`,
          fix: 'give the listener or its routes a hostname, or name defaultCertificate for its protocolPort in a LoadBalancerConfiguration.',
        });
    });
    const ofSets = setsOf(gateway, context).flatMap(({ value }) => listAt(value, 'spec', 'listeners'));
    judgePorts([...listeners, ...ofSets], configurations, tell);
    judgeCapacity(configurations, tell);
  },
};

function judgeProtocol(listener: JsonValue, index: number, { loadBalancer }: ServedBy, tell: Tell): void {
  const known = PROTOCOLS[loadBalancer] ?? [];
  const protocol = textAt(listener, 'protocol') ?? '';
  if (known.length === 0 || known.includes(protocol)) return;
  const other = loadBalancer === 'alb' ? 'nlb' : 'alb';
  tell({
    path: ['spec', 'listeners', index, 'protocol'],
    found: protocol,
    wanted: known.join(', '),
    what: `listener ${textAt(listener, 'name')} speaks ${protocol}, and the class makes an ${loadBalancer.toUpperCase()}, which has ${known.join(', ')}; the listener is never made.`,
    fix: `use a class whose controller is gateway.k8s.aws/${other} for it, in a Gateway of its own.`,
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
  if (named || textAt(listener, 'hostname') !== undefined) return true;
  // Routes of other apps may be those of a Gateway that lets others in.
  if ((textAt(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same') !== 'Same') return true;
  const name = textAt(listener, 'name');
  const routes = ROUTE_KINDS.flatMap((kind) => context.index.ofKind(...(kind.split('/') as [string, string])));
  return routes.some(
    (route) =>
      listAt(route.value, 'spec', 'hostnames').length > 0 &&
      parentsOf(route, context).some(
        (parent) => parent.holder === gateway && [undefined, name].includes(textAt(parent.reference, 'sectionName')),
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
