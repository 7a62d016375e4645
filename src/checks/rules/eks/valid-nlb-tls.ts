import type { ObjectRule, Tell } from '../../engine/rule';
import { type NlbListenerPort, nlbListeners } from '../../reads/nlb-ports';
import { type LoadBalancerService, loadBalancerService, nlbList, nlbPath, nlbText } from '../../reads/nlb-service';

export const validNlbTls: ObjectRule = {
  id: 'eks/valid-nlb-tls',
  severity: 'warning',
  summary: 'A Network Load Balancer speaks TLS on the ports that mean it, and sends the Pods what they expect.',
  why: 'With a certificate and no list of ports, the controller makes every TCP port speak TLS. Where the load balancer ends TLS, it sends plain text on: a Pod that expects TLS answers none of it.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/#ssl-ports',
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_listener.go',
  ],
  kinds: ['Service'],
  check(object, _context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb || nlbList(service, 'ssl-cert').length === 0) return;
    const listeners = nlbListeners(service);
    everyPort(service, listeners, tell);
    for (const listener of listeners) endedTwice(service, listener, tell);
  },
};

const PLAIN = /^(http|ws|redis|mysql|postgres|postgresql|amqp|mqtt|grpc|smtp|ldap|tcp)(-|$)/;

/** A port that says it is plain, or that is UDP, stands beside the others in a Service that lists none. */
function everyPort(service: LoadBalancerService, listeners: readonly NlbListenerPort[], tell: Tell): void {
  if (nlbList(service, 'ssl-ports').length > 0) return;
  const tls = listeners.filter(({ protocol }) => protocol === 'TLS');
  const odd = listeners.find(({ transport, name = '' }) => transport !== 'TCP' || (tls.length > 1 && PLAIN.test(name)));
  if (odd === undefined) return;
  const what =
    odd.transport === 'TCP'
      ? `there is a certificate and no ssl-ports: every TCP port speaks TLS, ${odd.name} (${odd.port}) too, whose clients speak plain text.`
      : `there is a certificate and no ssl-ports: ${odd.transport} port ${odd.port} gets none of it, and every TCP port does.`;
  tell({
    path: nlbPath('ssl-cert'),
    found: 'no ssl-ports',
    what,
    fix: 'name the ports that speak TLS in the annotation aws-load-balancer-ssl-ports.',
  });
}

/** A target that says it speaks TLS, behind a listener that sends plain text. */
function endedTwice(service: LoadBalancerService, listener: NlbListenerPort, tell: Tell): void {
  const { protocol, targetPort, port, name, index } = listener;
  if (protocol !== 'TLS' || nlbText(service, 'backend-protocol') === 'ssl' || !saysTls(targetPort)) return;
  tell({
    path: ['spec', 'ports', index, 'targetPort'],
    found: String(targetPort),
    what: `the load balancer ends TLS on port ${name === undefined ? port : `${name} (${port})`} and sends plain text to port ${String(targetPort)} of the Pods, which says that it speaks TLS: every connection fails there, or the Pods’ certificate serves nobody.`,
    fix: 'lead the port to one of the Pods that speaks plain text, or set the annotation aws-load-balancer-backend-protocol to ssl.',
  });
}

function saysTls(target: unknown): boolean {
  return typeof target === 'number'
    ? target === 443 || target === 8443
    : /^(https|tls|ssl|wss)(-|$)/.test(String(target));
}
