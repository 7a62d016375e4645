import { ARN_LIST, map, TEXT_LIST } from './annotation-lists';
import { type AnnotationValue, annotationValue, BOOLEAN, choice, TEXT } from './annotation-values';
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
  TAGS,
} from './load-balancer-values';
import { NLB_ACTION } from './nlb-action';
import { type AnyNlbAnnotation, nlb } from './nlb-annotation';
import {
  EIP_ALLOCATIONS,
  flag,
  IPV4_ADDRESSES,
  IPV6_ADDRESSES,
  IPV6_PREFIXES,
  NLB_ATTRIBUTES,
  NLB_GROUP_ATTRIBUTES,
  NLB_LISTENER_ATTRIBUTES,
  PORT_NUMBERS,
  SERVICE_PORTS,
  TLS_POLICY,
} from './nlb-values';

export const NLB_GUIDE =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/';

/** `loadBalancerClass` of a Service that becomes a Network Load Balancer: of the controller, and of EKS Auto Mode. */
export const NLB_CLASS = { controller: 'service.k8s.aws/nlb', autoMode: 'eks.amazonaws.com/nlb' } as const;
export const NLB_CLASSES: readonly string[] = Object.values(NLB_CLASS);

/** Of Pods: their containers that speak QUIC, to which the controller's webhook gives the id of a server. */
export const QUIC_CONTAINERS = 'service.beta.kubernetes.io/aws-load-balancer-quic-enabled-containers';

const ONLY_NEW = 'has no effect once it is made';
const NEW_ONE = 'makes a new load balancer with a new DNS name';
const KEPT = 'taking one away does not reset it';
const OLD_ATTRIBUTE = { deprecated: '2.3', autoMode: false } as const;

/** Texts that the controller compares without a look at capitals. */
const HEALTH_PROTOCOL: AnnotationValue<'tcp' | 'http' | 'https'> = annotationValue<'tcp' | 'http' | 'https'>({
  words: 'tcp, http or https',
  write: (value) => value,
  read: (text) => (['tcp', 'http', 'https'] as const).find((known) => known === text.toLowerCase()),
});

/**
 * All keys that release 3.5 of the controller (2026-08-03) reads on a Service of type LoadBalancer, by the names that the
 * properties use. Read on 2026-11-29 from its guide and its list of constants. Keys that begin with
 * `alb.ingress.kubernetes.io/` count on a Service for the target groups of an Ingress alone.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/constants.go
 */
export const NLB = {
  type: nlb('type', choice('external', 'nlb-ip'), {
    change: 'leaves the load balancer behind',
    autoMode: false,
    instead: 'nothing: `loadBalancerClass` is always written',
    misread: 'beside loadBalancerClass it counts for nothing',
  }),
  targetType: nlb('nlb-target-type', choice('instance', 'ip'), {
    default: 'instance',
    change: 'makes new target groups',
    misread: 'anything else is taken for instance without a word',
  }),
  name: nlb('name', LOAD_BALANCER_NAME, { change: ONLY_NEW }),
  scheme: nlb('scheme', SCHEME, { default: 'internal', change: NEW_ONE }),
  internal: nlb('internal', BOOLEAN, { default: 'false', deprecated: '2.2', instead: 'scheme', autoMode: false }),
  ipAddressType: nlb('ip-address-type', choice('ipv4', 'dualstack'), { default: 'ipv4' }),
  subnets: nlb('subnets', TEXT_LIST, { change: 'adds zones; AWS limits taking one away' }),
  eipAllocations: nlb('eip-allocations', EIP_ALLOCATIONS, { change: NEW_ONE }),
  privateIpv4Addresses: nlb('private-ipv4-addresses', IPV4_ADDRESSES, { change: NEW_ONE }),
  ipv6Addresses: nlb('ipv6-addresses', IPV6_ADDRESSES, { since: '2.4.4' }),
  ipv6SourceNat: nlb('enable-prefix-for-ipv6-source-nat', flag('on', 'off'), { since: '2.10', default: 'off' }),
  ipv6SourceNatPrefixes: nlb('source-nat-ipv6-prefixes', IPV6_PREFIXES, { since: '2.10' }),
  proxyProtocol: nlb('proxy-protocol', flag('*'), { autoMode: false }),
  proxyProtocolPorts: nlb('proxy-protocol-per-target-group', PORT_NUMBERS, { since: '2.13' }),
  targetGroupAttributes: nlb('target-group-attributes', map({ known: NLB_GROUP_ATTRIBUTES }), { change: KEPT }),
  targetNodeLabels: nlb('target-node-labels', map()),
  attributes: nlb('attributes', map({ known: NLB_ATTRIBUTES }), { change: KEPT }),
  accessLogEnabled: nlb('access-log-enabled', BOOLEAN, { ...OLD_ATTRIBUTE, instead: 'accessLogs' }),
  accessLogBucket: nlb('access-log-s3-bucket-name', TEXT, { ...OLD_ATTRIBUTE, instead: 'accessLogs' }),
  accessLogPrefix: nlb('access-log-s3-bucket-prefix', TEXT, { ...OLD_ATTRIBUTE, instead: 'accessLogs' }),
  crossZone: nlb('cross-zone-load-balancing-enabled', BOOLEAN, { ...OLD_ATTRIBUTE, instead: 'crossZone' }),
  sslCert: nlb('ssl-cert', ARN_LIST),
  sslPorts: nlb('ssl-ports', SERVICE_PORTS, { default: 'every TCP port, where there is a certificate' }),
  sslPolicy: nlb('ssl-negotiation-policy', TLS_POLICY, { default: 'ELBSecurityPolicy-2016-08' }),
  backendProtocol: nlb('backend-protocol', choice('ssl', 'tcp'), {
    default: 'tcp',
    change: 'makes new target groups',
    misread: 'anything else is taken for tcp without a word, and the Pods get plain text',
  }),
  alpnPolicy: nlb('alpn-policy', choice('HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None')),
  tags: nlb('additional-resource-tags', TAGS),
  healthProtocol: nlb('healthcheck-protocol', HEALTH_PROTOCOL, { default: 'tcp' }),
  healthPort: nlb('healthcheck-port', HEALTH_PORT, { default: 'traffic-port' }),
  healthPath: nlb('healthcheck-path', HTTP_PATH, { default: '/' }),
  healthInterval: nlb('healthcheck-interval', HEALTH_INTERVAL, { default: '10' }),
  healthTimeout: nlb('healthcheck-timeout', HEALTH_TIMEOUT, { default: '10' }),
  healthyThreshold: nlb('healthcheck-healthy-threshold', HEALTH_THRESHOLD, { default: '3' }),
  unhealthyThreshold: nlb('healthcheck-unhealthy-threshold', HEALTH_THRESHOLD, { default: '3' }),
  healthCodes: nlb('healthcheck-success-codes', NLB_HTTP_CODES, { default: '200-399' }),
  securityGroups: nlb('security-groups', TEXT_LIST, {
    since: '2.6',
    default: 'one that the controller makes',
    change: 'cannot give the first one, nor take the last away',
  }),
  manageBackendRules: nlb('manage-backend-security-group-rules', BOOLEAN, {
    since: '2.6',
    default: 'true, and false with security groups of one’s own',
  }),
  prefixLists: nlb('security-group-prefix-lists', TEXT_LIST, { since: '2.8' }),
  privateLinkRules: nlb('inbound-sg-rules-on-private-link-traffic', flag('on', 'off'), { since: '2.8' }),
  withoutSecurityGroup: nlb('disable-nlb-sg', BOOLEAN, { since: '2.14', default: 'false', change: ONLY_NEW }),
  capacityUnits: nlb('minimum-load-balancer-capacity', CAPACITY, { since: '2.11' }),
  multiCluster: nlb('multi-cluster-target-group', BOOLEAN, { since: '2.10', default: 'false' }),
  pathMtuDiscovery: nlb('enable-icmp-for-path-mtu-discovery', flag('on'), { since: '2.12' }),
  tcpUdp: nlb('enable-tcp-udp-listener', BOOLEAN, { since: '2.13', default: 'false' }),
  quicPorts: nlb('quic-enabled-ports', SERVICE_PORTS, { since: '2.15' }),
  sourceRanges: nlb('load-balancer-source-ranges', CIDRS, {
    default: '0.0.0.0/0, with dualstack ::/0 too',
    autoMode: false,
    instead: 'sourceRanges, which writes `spec.loadBalancerSourceRanges`: that overrides the annotation',
  }),
};

/** Keys that end in the listener, such as `listener-attributes.TCP-80`, or in the port, such as `target-group-attributes.80`. */
export const NLB_FAMILIES = {
  listenerAttributes: nlb('listener-attributes.', map({ known: NLB_LISTENER_ATTRIBUTES }), { since: '2.9' }),
  action: nlb('actions.', NLB_ACTION, { since: '2.16' }),
  portTargetGroupAttributes: nlb('target-group-attributes.', map({ known: NLB_GROUP_ATTRIBUTES }), { change: KEPT }),
};

export const NLB_ANNOTATIONS: readonly AnyNlbAnnotation[] = Object.values(NLB);

/** The names that each map's entries may have, as far as AWS tells. */
export const NLB_NAMES: ReadonlyMap<AnyNlbAnnotation, readonly string[]> = new Map<AnyNlbAnnotation, readonly string[]>(
  [
    [NLB.attributes, Object.keys(NLB_ATTRIBUTES)],
    [NLB.targetGroupAttributes, Object.keys(NLB_GROUP_ATTRIBUTES)],
    [NLB_FAMILIES.portTargetGroupAttributes, Object.keys(NLB_GROUP_ATTRIBUTES)],
    [NLB_FAMILIES.listenerAttributes, Object.keys(NLB_LISTENER_ATTRIBUTES)],
  ],
);

const BY_KEY: ReadonlyMap<string, AnyNlbAnnotation> = new Map(NLB_ANNOTATIONS.map((row) => [row.key, row]));

export const NLB_KEYS: readonly string[] = [...BY_KEY.keys()];

const LISTENER = /^(listener-attributes|actions)\.[A-Z_]+-\d+$/;

/** The row of a key without its prefix; undefined for a key that the controller does not know. */
export function nlbAnnotation(key: string): AnyNlbAnnotation | undefined {
  const row = BY_KEY.get(key);
  if (row !== undefined) return row;
  if (/^target-group-attributes\.\d+$/.test(key)) return NLB_FAMILIES.portTargetGroupAttributes;
  if (!LISTENER.test(key)) return undefined;
  return key.startsWith('actions.') ? NLB_FAMILIES.action : NLB_FAMILIES.listenerAttributes;
}
