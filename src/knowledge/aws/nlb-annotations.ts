import { type AnyAnnotation, annotationsOf } from './annotation';
import { ARN_LIST, map, PORT_LIST, TEXT_LIST } from './annotation-lists';
import { BOOLEAN, choice, pattern, TEXT } from './annotation-values';
import {
  CAPACITY,
  CIDRS,
  HEALTH_INTERVAL,
  HEALTH_PORT,
  HEALTH_THRESHOLD,
  HEALTH_TIMEOUT,
  HTTP_PATH,
  LOAD_BALANCER_NAME,
  NLB_HTTP_CODES,
  SCHEME,
  SWITCH,
  TAGS,
} from './load-balancer-values';

/** Prefixes of the keys that the AWS Load Balancer Controller reads on a Service. */
export const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';
export const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
export const NLB_GUIDE =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/';

/** `loadBalancerClass` of a Service that becomes a Network Load Balancer: of the controller, and of EKS Auto Mode. */
export const NLB_CLASSES: readonly string[] = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

const service = annotationsOf('Service');

const ONLY_NEW = 'has no effect once it is made';
const NEW_ONE = 'makes a new load balancer with a new DNS name';

/** All keys under the prefix that release 3.5 of the controller (2026-08-03) reads. Read on 2026-11-28. */
export const NLB_ANNOTATIONS: readonly AnyAnnotation[] = [
  service('type', choice('external', 'nlb-ip'), { change: 'leaves the load balancer behind', autoMode: false }),
  service('nlb-target-type', choice('instance', 'ip'), { change: 'makes new target groups' }),
  service('name', LOAD_BALANCER_NAME, { change: ONLY_NEW }),
  service('scheme', SCHEME, { change: NEW_ONE }),
  service('internal', BOOLEAN, { autoMode: false }),
  service('ip-address-type', choice('ipv4', 'dualstack')),
  service('subnets', TEXT_LIST),
  service('eip-allocations', TEXT_LIST, { change: NEW_ONE }),
  service('private-ipv4-addresses', TEXT_LIST, { change: NEW_ONE }),
  service('ipv6-addresses', TEXT_LIST, { since: '2.4.4' }),
  service('enable-prefix-for-ipv6-source-nat', SWITCH, { since: '2.10' }),
  service('source-nat-ipv6-prefixes', TEXT_LIST, { since: '2.10' }),
  service('proxy-protocol', choice('*'), { autoMode: false }),
  service('proxy-protocol-per-target-group', PORT_LIST, { since: '2.13' }),
  service('target-group-attributes', map()),
  service('target-node-labels', map()),
  service('attributes', map()),
  service('access-log-enabled', BOOLEAN, { autoMode: false }),
  service('access-log-s3-bucket-name', TEXT, { autoMode: false }),
  service('access-log-s3-bucket-prefix', TEXT, { autoMode: false }),
  service('cross-zone-load-balancing-enabled', BOOLEAN, { autoMode: false }),
  service('ssl-cert', ARN_LIST),
  service('ssl-ports', TEXT_LIST),
  service('ssl-negotiation-policy', TEXT),
  service('backend-protocol', choice('ssl', 'tcp')),
  service('alpn-policy', choice('HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None')),
  service('additional-resource-tags', TAGS),
  service('healthcheck-protocol', pattern(/^(tcp|http|https)$/i, 'tcp, http or https')),
  service('healthcheck-port', HEALTH_PORT),
  service('healthcheck-path', HTTP_PATH),
  service('healthcheck-interval', HEALTH_INTERVAL),
  service('healthcheck-timeout', HEALTH_TIMEOUT),
  service('healthcheck-healthy-threshold', HEALTH_THRESHOLD),
  service('healthcheck-unhealthy-threshold', HEALTH_THRESHOLD),
  service('healthcheck-success-codes', NLB_HTTP_CODES),
  service('security-groups', TEXT_LIST, { since: '2.6', change: 'cannot give the first one, nor take the last away' }),
  service('manage-backend-security-group-rules', BOOLEAN, { since: '2.6' }),
  service('security-group-prefix-lists', TEXT_LIST, { since: '2.8' }),
  service('inbound-sg-rules-on-private-link-traffic', SWITCH, { since: '2.8' }),
  service('disable-nlb-sg', BOOLEAN, { since: '2.14', change: ONLY_NEW }),
  service('minimum-load-balancer-capacity', CAPACITY, { since: '2.11' }),
  service('multi-cluster-target-group', BOOLEAN, { since: '2.10' }),
  service('enable-icmp-for-path-mtu-discovery', choice('on'), { since: '2.12' }),
  service('enable-tcp-udp-listener', BOOLEAN, { since: '2.13' }),
  service('quic-enabled-ports', TEXT_LIST, { since: '2.15' }),
];

/** The key ends in the protocol and port of a listener: `listener-attributes.TCP-80`. */
export const LISTENER_ATTRIBUTES = service('listener-attributes.', map(), { since: '2.9' });

/** The key has another prefix than the others. `spec.loadBalancerSourceRanges` overrides it. */
export const SOURCE_RANGES_ANNOTATION = service('load-balancer-source-ranges', CIDRS, { autoMode: false });

const BY_KEY: ReadonlyMap<string, AnyAnnotation> = new Map(NLB_ANNOTATIONS.map((row) => [row.key, row]));

export const NLB_KEYS: readonly string[] = [...BY_KEY.keys()];

/** The row of a key without its prefix; undefined for a key that the controller does not know. */
export function nlbAnnotation(key: string): AnyAnnotation | undefined {
  return BY_KEY.get(key) ?? (/^listener-attributes\.[A-Z_]+-\d+$/.test(key) ? LISTENER_ATTRIBUTES : undefined);
}
