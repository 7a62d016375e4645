import { type JsonValue, numberAt, textAt } from '../json';

/** The protocol and port that AWS has for a listener of a Gateway, as a LoadBalancerConfiguration spells them. */
export function protocolPorts(listeners: readonly JsonValue[]): readonly string[] {
  const all = listeners.map((one) => ({ protocol: effective(one), port: numberAt(one, 'port') ?? 0 }));
  const both = (port: number) =>
    ['TCP', 'UDP'].every((protocol) => all.some((one) => one.protocol === protocol && one.port === port));
  return all.map(({ protocol, port }) => `${both(port) ? 'TCP_UDP' : protocol}:${port}`);
}

function effective(listener: JsonValue): string {
  const protocol = textAt(listener, 'protocol') ?? '';
  return protocol === 'TLS' && textAt(listener, 'tls', 'mode') === 'Passthrough' ? 'TCP' : protocol;
}
