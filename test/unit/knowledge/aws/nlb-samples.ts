import type { NlbServiceProps } from 'cdk8s-eks';
import type { NlbHealthCheck } from '../../../../src/knowledge/aws/nlb-health-check';
import type { NlbListenerSettings } from '../../../../src/knowledge/aws/nlb-listener';
import type { NlbAccessLogs, NlbSettings } from '../../../../src/knowledge/aws/nlb-settings';
import type { NlbTls } from '../../../../src/knowledge/aws/nlb-tls';

/** A value of a property, and the text that it becomes in each annotation that carries it. */
export interface Sample<T> {
  readonly value: T;
  readonly texts: Readonly<Record<string, string>>;
  /** What else the Service needs. */
  readonly beside?: Partial<NlbServiceProps>;
  /** A value of the right type that the controller, or AWS, refuses. */
  readonly wrong?: T;
}

/** One for each property: a new one without a sample does not compile. */
type SamplesOf<S> = { readonly [K in keyof Required<S>]: Sample<Required<S>[K]> };

export const ARN = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a';
export const GROUP = 'target-group-attributes';
const TWO = { subnets: ['a', 'b'] };
const TLS_BESIDE = { tls: { certificateArns: [ARN] } };

export const HEALTH: SamplesOf<NlbHealthCheck> = {
  protocol: { value: 'https', texts: { 'healthcheck-protocol': 'https' } },
  port: { value: 8081, texts: { 'healthcheck-port': '8081' }, wrong: 65_536 },
  path: { value: '/ready', texts: { 'healthcheck-path': '/ready' }, wrong: 'ready' },
  intervalSeconds: { value: 30, texts: { 'healthcheck-interval': '30' }, wrong: 4 },
  timeoutSeconds: { value: 2, texts: { 'healthcheck-timeout': '2' }, wrong: 121 },
  healthyThreshold: { value: 2, texts: { 'healthcheck-healthy-threshold': '2' }, wrong: 1 },
  unhealthyThreshold: { value: 4, texts: { 'healthcheck-unhealthy-threshold': '4' }, wrong: 11 },
  successCodes: { value: '200', texts: { 'healthcheck-success-codes': '200' }, wrong: '0-99' },
};

export const TLS: SamplesOf<NlbTls> = {
  host: { value: 'web', texts: { 'ssl-cert': ARN } },
  certificateArns: { value: [ARN], texts: { 'ssl-cert': ARN }, wrong: ['0a'] },
  ports: { value: [80], texts: { 'ssl-ports': '80' }, beside: TLS_BESIDE, wrong: [81] },
  policy: {
    value: 'ELBSecurityPolicy-FS-2018-06',
    texts: { 'ssl-negotiation-policy': 'ELBSecurityPolicy-FS-2018-06' },
    beside: TLS_BESIDE,
    wrong: 'TLS13',
  },
  alpnPolicy: { value: 'HTTP2Only', texts: { 'alpn-policy': 'HTTP2Only' }, beside: TLS_BESIDE },
  backendProtocol: { value: 'ssl', texts: { 'backend-protocol': 'ssl' }, beside: TLS_BESIDE },
};

export const LOGS: SamplesOf<NlbAccessLogs> = {
  bucket: { value: 'logs', texts: { attributes: 'access_logs.s3.bucket=logs,access_logs.s3.enabled=true' } },
  prefix: {
    value: 'edge',
    beside: { accessLogs: { bucket: 'logs' } },
    texts: { attributes: 'access_logs.s3.bucket=logs,access_logs.s3.enabled=true,access_logs.s3.prefix=edge' },
  },
};

export const SETTINGS: SamplesOf<Omit<NlbSettings, 'healthCheck' | 'tls' | 'accessLogs' | 'sourceRanges'>> = {
  scheme: { value: 'internet-facing', texts: { scheme: 'internet-facing' } },
  targetType: { value: 'instance', texts: { 'nlb-target-type': 'instance' } },
  securityGroups: { value: ['a', 'b'], texts: { 'security-groups': 'a,b' }, wrong: ['a,b'] },
  manageBackendSecurityGroupRules: {
    value: false,
    texts: { 'manage-backend-security-group-rules': 'false' },
    beside: { securityGroups: ['a'] },
  },
  securityGroupPrefixLists: { value: ['pl-1'], texts: { 'security-group-prefix-lists': 'pl-1' } },
  withoutSecurityGroup: { value: true, texts: { 'disable-nlb-sg': 'true' } },
  privateLinkSecurityGroupRules: { value: false, texts: { 'inbound-sg-rules-on-private-link-traffic': 'off' } },
  subnets: { value: ['a', 'b'], texts: { subnets: 'a,b' }, wrong: ['a,b'] },
  elasticIps: {
    value: ['eipalloc-1', 'eipalloc-2'],
    texts: { 'eip-allocations': 'eipalloc-1,eipalloc-2' },
    beside: { ...TWO, scheme: 'internet-facing' },
    wrong: ['203.0.113.5', '203.0.113.6'],
  },
  privateIpv4Addresses: {
    value: ['10.10.0.5', '10.10.1.5'],
    texts: { 'private-ipv4-addresses': '10.10.0.5,10.10.1.5' },
    beside: TWO,
    wrong: ['10.10.0.5'],
  },
  ipv6Addresses: {
    value: ['2001:db8::5', '2001:db8:1::5'],
    texts: { 'ipv6-addresses': '2001:db8::5,2001:db8:1::5' },
    beside: { ...TWO, ipAddressType: 'dualstack' },
    wrong: ['10.0.0.5', '10.0.1.5'],
  },
  ipAddressType: { value: 'dualstack', texts: { 'ip-address-type': 'dualstack' } },
  ipv6SourceNat: {
    value: true,
    texts: { 'enable-prefix-for-ipv6-source-nat': 'on' },
    beside: { ipAddressType: 'dualstack' },
  },
  ipv6SourceNatPrefixes: {
    value: ['auto_assigned', '2001:db8::/80'],
    texts: { 'source-nat-ipv6-prefixes': 'auto_assigned,2001:db8::/80' },
    beside: { ...TWO, ipAddressType: 'dualstack', ipv6SourceNat: true },
    wrong: ['2001:db8::/64', 'auto_assigned'],
  },
  proxyProtocol: { value: true, texts: { 'proxy-protocol': '*' } },
  proxyProtocolPorts: { value: [80], texts: { 'proxy-protocol-per-target-group': '80' }, wrong: [81] },
  preserveClientIp: { value: true, texts: { [GROUP]: 'preserve_client_ip.enabled=true' } },
  deregistrationDelaySeconds: {
    value: 10,
    texts: { [GROUP]: 'deregistration_delay.timeout_seconds=10' },
    wrong: 3601,
  },
  terminateOnDeregistration: {
    value: true,
    texts: { [GROUP]: 'deregistration_delay.connection_termination.enabled=true' },
  },
  stickiness: { value: true, texts: { [GROUP]: 'stickiness.enabled=true,stickiness.type=source_ip' } },
  targetGroupAttributes: {
    value: { 'target_health_state.unhealthy.draining_interval_seconds': '60' },
    texts: { [GROUP]: 'target_health_state.unhealthy.draining_interval_seconds=60' },
    wrong: { 'preserve_client_ips.enabled': 'true' },
  },
  targetNodeLabels: {
    value: { role: 'edge' },
    texts: { 'target-node-labels': 'role=edge' },
    beside: { targetType: 'instance' },
    wrong: { 'a=b': 'c' },
  },
  crossZone: { value: true, texts: { attributes: 'load_balancing.cross_zone.enabled=true' } },
  deletionProtection: { value: true, texts: { attributes: 'deletion_protection.enabled=true' } },
  dnsRoutingPolicy: {
    value: 'availability_zone_affinity',
    texts: { attributes: 'dns_record.client_routing_policy=availability_zone_affinity' },
  },
  loadBalancerAttributes: {
    value: { 'zonal_shift.config.enabled': 'true' },
    texts: { attributes: 'zonal_shift.config.enabled=true' },
    wrong: { 'load_balancing.crosszone.enabled': 'true' },
  },
  loadBalancerName: { value: 'web', texts: { name: 'web' }, wrong: 'a-name-of-more-than-thirty-two-characters' },
  tags: {
    value: { team: 'shop' },
    texts: { 'additional-resource-tags': 'team=shop' },
    wrong: { 'service.k8s.aws/stack': 'a' },
  },
  capacityUnits: {
    value: 2750,
    texts: { 'minimum-load-balancer-capacity': 'CapacityUnits=2750' },
    wrong: 1.5,
  },
  multiClusterTargetGroup: { value: true, texts: { 'multi-cluster-target-group': 'true' } },
  pathMtuDiscovery: { value: true, texts: { 'enable-icmp-for-path-mtu-discovery': 'on' } },
  tcpUdpListener: { value: true, texts: { 'enable-tcp-udp-listener': 'true' } },
  quicPorts: {
    value: ['quic'],
    texts: { 'quic-enabled-ports': 'quic' },
    beside: { listeners: { quic: {}, http: {} } },
    wrong: ['http'],
  },
};

export const LISTENERS: SamplesOf<Omit<NlbListenerSettings, 'forward'>> = {
  idleTimeoutSeconds: {
    value: 600,
    texts: { 'listener-attributes.TCP-80': 'tcp.idle_timeout.seconds=600' },
    wrong: 59,
  },
  attributes: {
    value: { 'tcp.idle_timeout.seconds': '60' },
    texts: { 'listener-attributes.TCP-80': 'tcp.idle_timeout.seconds=60' },
    wrong: { 'tcp.idle_timeout.second': '60' },
  },
  targetGroupAttributes: {
    value: { 'stickiness.enabled': 'true' },
    texts: { 'target-group-attributes.80': 'stickiness.enabled=true' },
    wrong: { 'stickiness.enabled': 'on' },
  },
};
