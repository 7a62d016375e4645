import { type JsonValue, numberAt, textAt } from '../json';

/** The protocol and port that AWS has for a listener of a Gateway, as a LoadBalancerConfiguration spells them. */
export function protocolPorts(listeners: readonly JsonValue[]): readonly string[] {
  const all = listeners.map((one) => ({ protocol: effective(one), port: numberAt(one, 'port') ?? 0 }));
  const both = (port: number) =>
    ['TCP', 'UDP'].every((protocol) => all.some((one) => one.protocol === protocol && one.port === port));
  return all.map(({ protocol, port }) => `${both(port) ? 'TCP_UDP' : protocol}:${port}`);
}

/** What one port of an NLB takes together. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
const TOGETHER: readonly string[] = ['TCP', 'UDP', 'QUIC', 'TCP_UDP', 'TCP_QUIC'];

/** Whether two listeners want one port for protocols that a load balancer of AWS does not have there together. */
export function isOtherProtocol(one: JsonValue, other: JsonValue): boolean {
  if (numberAt(one, 'port') !== numberAt(other, 'port')) return false;
  const protocols = [effective(one), effective(other)];
  return protocols[0] !== protocols[1] && !protocols.every((protocol) => TOGETHER.includes(protocol));
}

function effective(listener: JsonValue): string {
  const protocol = textAt(listener, 'protocol') ?? '';
  return protocol === 'TLS' && textAt(listener, 'tls', 'mode') === 'Passthrough' ? 'TCP' : protocol;
}
