import { NLB_FAMILIES } from '../../knowledge/aws/nlb-annotations';
import { type JsonValue, listAt, numberAt, textAt } from '../../model/json';
import { type LoadBalancerService, nlbList, nlbText } from './nlb-service';

/** A port of a Service as its load balancer listens on it. */
export interface NlbListenerPort {
  readonly index: number;
  readonly port: number;
  readonly name: string | undefined;
  readonly transport: string;
  /** `TCP`, `TLS`, `UDP`, `TCP_UDP`, `QUIC` or `TCP_QUIC`. */
  readonly protocol: string;
  readonly targetPort: JsonValue;
}

/**
 * The listeners that the controller makes of a Service.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_listener.go
 */
export function nlbListeners(service: LoadBalancerService): readonly NlbListenerPort[] {
  const ports = listAt(service.object.value, 'spec', 'ports').map((value, index) => ({
    index,
    port: numberAt(value, 'port') ?? 0,
    name: textAt(value, 'name'),
    transport: textAt(value, 'protocol') ?? 'TCP',
    targetPort: targetOf(value),
  }));
  const merged = nlbText(service, 'enable-tcp-udp-listener') === 'true';
  const isCertified = nlbList(service, 'ssl-cert').length > 0;
  const tls = nlbList(service, 'ssl-ports');
  const quic = nlbList(service, 'quic-enabled-ports');
  return ports.map((one) => {
    const isNamed = (list: readonly string[]) => list.includes(String(one.port)) || list.includes(one.name ?? '');
    const isShared = merged && ports.some((other) => other.port === one.port && other.transport !== one.transport);
    const isQuic = isNamed(quic);
    if (isShared) return { ...one, protocol: isQuic ? 'TCP_QUIC' : 'TCP_UDP' };
    if (one.transport !== 'TCP') return { ...one, protocol: isQuic ? 'QUIC' : one.transport };
    return { ...one, protocol: isCertified && (tls.length === 0 || isNamed(tls)) ? 'TLS' : 'TCP' };
  });
}

function targetOf(port: JsonValue): JsonValue {
  return textAt(port, 'targetPort') ?? numberAt(port, 'targetPort') ?? numberAt(port, 'port') ?? 0;
}

/** The listener that a key ends in, such as `TCP-80`; undefined for a key without one. */
export function listenerOfKey(key: string): string | undefined {
  const families = [NLB_FAMILIES.listenerAttributes.key, NLB_FAMILIES.action.key];
  const family = families.find((one) => key.startsWith(one));
  return family === undefined ? undefined : key.slice(family.length);
}
