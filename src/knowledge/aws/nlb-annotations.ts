import { type AnnotationValue, ARNS, BOOLEAN, CODES, choice, MAP, pattern, SCHEME } from './annotation-values';

/** Prefixes of the keys that the AWS Load Balancer Controller reads on a Service. */
export const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';
export const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Classes of Services that become a Network Load Balancer: of the controller, and of EKS Auto Mode. */
export const NLB_CLASSES: readonly string[] = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

const ANY: AnnotationValue | undefined = undefined;
const WHOLE = pattern(/^\d+$/, 'a whole number');
const SWITCH = choice('on', 'off');

/**
 * All keys of the controller's release 3.5 under the prefix, with what their values look like.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/
 */
const VALUES: Readonly<Record<string, AnnotationValue | undefined>> = {
  type: choice('external', 'nlb-ip'),
  'nlb-target-type': choice('instance', 'ip'),
  name: pattern(
    /^(?=.{1,32}$)[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/,
    'letters, digits and inner hyphens, at most 32',
  ),
  scheme: SCHEME,
  internal: BOOLEAN,
  'ip-address-type': choice('ipv4', 'dualstack'),
  subnets: ANY,
  'eip-allocations': ANY,
  'private-ipv4-addresses': ANY,
  'ipv6-addresses': ANY,
  'enable-prefix-for-ipv6-source-nat': SWITCH,
  'source-nat-ipv6-prefixes': ANY,
  'proxy-protocol': choice('*'),
  'proxy-protocol-per-target-group': pattern(/^\d+(\s*,\s*\d+)*$/, 'ports with commas between them'),
  'target-group-attributes': MAP,
  'target-node-labels': MAP,
  attributes: MAP,
  'access-log-enabled': BOOLEAN,
  'access-log-s3-bucket-name': ANY,
  'access-log-s3-bucket-prefix': ANY,
  'cross-zone-load-balancing-enabled': BOOLEAN,
  'ssl-cert': ARNS,
  'ssl-ports': ANY,
  'ssl-negotiation-policy': ANY,
  'backend-protocol': choice('ssl', 'tcp'),
  'alpn-policy': choice('HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None'),
  'additional-resource-tags': MAP,
  'healthcheck-protocol': pattern(/^(tcp|http|https)$/i, 'tcp, http or https'),
  'healthcheck-port': ANY,
  'healthcheck-path': ANY,
  'healthcheck-interval': WHOLE,
  'healthcheck-timeout': WHOLE,
  'healthcheck-healthy-threshold': WHOLE,
  'healthcheck-unhealthy-threshold': WHOLE,
  'healthcheck-success-codes': CODES,
  'security-groups': ANY,
  'manage-backend-security-group-rules': BOOLEAN,
  'security-group-prefix-lists': ANY,
  'inbound-sg-rules-on-private-link-traffic': SWITCH,
  'disable-nlb-sg': BOOLEAN,
  'minimum-load-balancer-capacity': pattern(/^CapacityUnits=\d+$/, 'CapacityUnits=N'),
  'multi-cluster-target-group': BOOLEAN,
  'enable-icmp-for-path-mtu-discovery': choice('on'),
  'enable-tcp-udp-listener': BOOLEAN,
  'quic-enabled-ports': ANY,
};

export const NLB_ANNOTATION_KEYS: readonly string[] = Object.keys(VALUES);

/** Keys in use under the prefix, whether listed or ending in a port. */
export function isNlbAnnotation(key: string): boolean {
  return Object.hasOwn(VALUES, key) || /^listener-attributes\.[A-Z_]+-\d+$/.test(key);
}

export function nlbValueOf(key: string): AnnotationValue | undefined {
  return key.startsWith('listener-attributes.') ? MAP : VALUES[key];
}
