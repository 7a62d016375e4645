import { bareNlbKey } from '../../../knowledge/aws/nlb-annotation';
import { NLB_FAMILIES } from '../../../knowledge/aws/nlb-annotations';
import { at } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';
import { listenerOfKey, type NlbListenerPort, nlbListeners } from '../../reads/nlb-ports';
import {
  type LoadBalancerService,
  loadBalancerService,
  NLB_STOPS,
  nlbList,
  nlbPath,
  nlbText,
} from '../../reads/nlb-service';

export const validNlbListener: ObjectRule = {
  id: 'eks/valid-nlb-listener',
  severity: 'error',
  summary: 'What the annotations of a Network Load Balancer say of a port fits the Service’s ports.',
  why: 'The controller stops at a port that the Service does not have, and the Service gets no load balancer. It passes over what is said of a listener that is not there, and the clients see timeouts that nobody explains.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/',
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_listener.go',
  ],
  kinds: ['Service'],
  check(object, _context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    const listeners = nlbListeners(service);
    namedPorts(service, listeners, tell);
    sharedNumbers(service, listeners, tell);
    for (const annotation of Object.keys(service.annotations)) {
      const key = bareNlbKey(annotation);
      if (key !== undefined) keyOfListener(key, listeners, tell);
    }
    proxiedHealthCheck(service, tell);
  },
};

function namedPorts(service: LoadBalancerService, listeners: readonly NlbListenerPort[], tell: Tell): void {
  for (const [key, transport] of [
    ['ssl-ports', 'TCP'],
    ['quic-enabled-ports', 'UDP'],
  ] as const) {
    const named = nlbList(service, key);
    for (const port of named) {
      const found = listeners.filter((one) => one.name === port || String(one.port) === port);
      if (found.some((one) => one.transport === transport)) continue;
      tell({
        path: nlbPath(key),
        found: port,
        what:
          found.length === 0
            ? `${key} names port ${port}, which the Service does not have; ${NLB_STOPS}.`
            : `${key} names port ${port}, which is ${found[0]?.transport} and not ${transport}: nothing is made of it.`,
        fix: `name ${transport} ports of the Service, by number or name.`,
      });
    }
  }
  if (nlbList(service, 'quic-enabled-ports').length === 0 || nlbText(service, 'nlb-target-type') === 'ip') return;
  tell({
    path: nlbPath('quic-enabled-ports'),
    found: nlbText(service, 'nlb-target-type') ?? 'instance',
    wanted: 'ip',
    what: `QUIC needs targets that are Pods, and these are nodes; ${NLB_STOPS}.`,
    fix: 'set the annotation nlb-target-type to ip.',
  });
}

/** AWS takes one listener for each number: TCP and UDP of one are merged, or refused. */
function sharedNumbers(service: LoadBalancerService, listeners: readonly NlbListenerPort[], tell: Tell): void {
  if (nlbText(service, 'enable-tcp-udp-listener') === 'true') return;
  for (const { index, port, transport } of listeners) {
    const before = listeners.slice(0, index).find((one) => one.port === port && one.transport !== transport);
    if (before === undefined) continue;
    tell({
      path: ['spec', 'ports', index, 'port'],
      found: `${transport} ${port}`,
      what: `port ${port} is ${before.transport} and ${transport}, and AWS takes one listener for each number (DuplicateListener): one of them is never made.`,
      fix: 'set the annotation aws-load-balancer-enable-tcp-udp-listener to "true", or choose another number.',
    });
  }
}

/** Keys that end in a listener, or in a port, that is not there count for nothing. */
function keyOfListener(key: string, listeners: readonly NlbListenerPort[], tell: Tell): void {
  const listener = listenerOfKey(key);
  const group = NLB_FAMILIES.portTargetGroupAttributes.key;
  const known = key.startsWith(group)
    ? listeners.map(({ port }) => `${group}${port}`)
    : listeners.map(({ protocol, port }) => `${key.slice(0, key.length - (listener?.length ?? 0))}${protocol}-${port}`);
  if ((listener === undefined && !key.startsWith(group)) || known.includes(key)) return;
  tell({
    path: nlbPath(key),
    found: key,
    wanted: [...new Set(known)].join(' or '),
    what: `${key} is for a listener that the load balancer does not have, and the controller passes over it without a word; it looks for ${[...new Set(known)].join(', ')}.`,
    fix: 'name a listener by what it speaks and its port.',
  });
}

function proxiedHealthCheck(service: LoadBalancerService, tell: Tell): void {
  const attributes = nlbText(service, 'target-group-attributes') ?? '';
  const isProxied =
    nlbText(service, 'proxy-protocol') === '*' || /proxy_protocol_v2\.enabled\s*=\s*true/.test(attributes);
  const isNode = (nlbText(service, 'nlb-target-type') ?? 'instance') !== 'ip';
  if (!isProxied || !isNode || at(service.object.value, 'spec', 'externalTrafficPolicy') !== 'Local') return;
  tell({
    path: ['spec', 'externalTrafficPolicy'],
    found: 'Local',
    what: 'the health check of externalTrafficPolicy Local carries the header of proxy protocol too, which kube-proxy does not read: no target is ever healthy.',
    fix: 'set the annotation aws-load-balancer-nlb-target-type to ip, and remove externalTrafficPolicy.',
  });
}
