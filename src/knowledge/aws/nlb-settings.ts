import { BOOLEAN, TEXT } from './annotation-values';
import { DEREGISTRATION_DELAY } from './load-balancer-values';
import { NLB } from './nlb-annotations';
import { NLB_HEALTH_CHECK, type NlbHealthCheck } from './nlb-health-check';
import { NLB_TLS, type NlbTls } from './nlb-tls';
import { ROUTING_POLICY } from './nlb-values';
import { decides, entryIn, mapIn, nested, type SettingsTable, valueIn } from './setting-row';

/** Where a load balancer writes a line for each TLS connection. */
export interface NlbAccessLogs {
  /** Name of the bucket of S3, whose policy lets the log delivery write. */
  readonly bucket: string;
  /** What the names of the objects begin with. `@default` - none (AWS) */
  readonly prefix?: string;
}

/** What a Service asks of its Network Load Balancer. For a plain cluster the settings are checked and not rendered. */
export interface NlbSettings {
  /** Whether the internet can reach it. Changing it makes a new load balancer with a new DNS name. `@default` internal */
  readonly scheme?: 'internal' | 'internet-facing';
  /** `ip` reaches Pods directly, and Fargate needs it; `instance` goes through ports of the nodes. Changing it makes new target groups. `@default` ip */
  readonly targetType?: 'ip' | 'instance';
  /** What ends TLS at the load balancer. `@default` - nothing: connections reach the Pods as they are */
  readonly tls?: NlbTls;
  /** How the load balancer asks the Pods whether they are well. `@default` - a TCP connection (controller) */
  readonly healthCheck?: NlbHealthCheck;
  /** CIDR blocks that may connect; stands in `spec.loadBalancerSourceRanges`. `@default` 0.0.0.0/0 (controller) */
  readonly sourceRanges?: readonly string[];
  /** Ids or Name tags of security groups, instead of the one that the controller makes; `sourceRanges` then has no effect. */
  readonly securityGroups?: readonly string[];
  /** With `securityGroups`: whether the controller opens the Pods' security group to the load balancer. `@default` true */
  readonly manageBackendSecurityGroupRules?: boolean;
  /** Ids of prefix lists that may connect too, in the security group that the controller makes. */
  readonly securityGroupPrefixLists?: readonly string[];
  /** Whether it has no security group at all, as before controller 2.6. Has no effect on a load balancer that exists. `@default` false (controller) */
  readonly withoutSecurityGroup?: boolean;
  /** Whether the security groups also judge what comes through an endpoint service of PrivateLink. `@default` true (AWS) */
  readonly privateLinkSecurityGroupRules?: boolean;
  /** Ids or Name tags of subnets, each in a zone of its own. `@default` - the controller finds them by their role tags */
  readonly subnets?: readonly string[];
  /** Allocation ids of Elastic IPs, one for each of `subnets`, in their order; of internet-facing ones. Changing it makes a new load balancer. */
  readonly elasticIps?: readonly string[];
  /** One address of each of `subnets`, in their order; of internal ones. Changing it makes a new load balancer. */
  readonly privateIpv4Addresses?: readonly string[];
  /** One address of each of `subnets`, in their order; of dualstack ones. */
  readonly ipv6Addresses?: readonly string[];
  /** Which addresses it has. `@default` ipv4 (controller) */
  readonly ipAddressType?: 'ipv4' | 'dualstack';
  /** Whether it has a prefix of IPv6 for its own addresses, as UDP over IPv6 needs; of dualstack ones. `@default` false (controller) */
  readonly ipv6SourceNat?: boolean;
  /** A /80 block or `auto_assigned` for each of `subnets`; with `ipv6SourceNat`. `@default` - AWS assigns them */
  readonly ipv6SourceNatPrefixes?: readonly string[];
  /** Whether each connection begins with a header of proxy protocol v2, which the Pods must read. `@default` false (controller) */
  readonly proxyProtocol?: boolean;
  /** The same for single ports of the Service. `@default` - none */
  readonly proxyProtocolPorts?: readonly number[];
  /** Whether the Pods see the clients' addresses. `@default` - true for instance and UDP, false for ip (AWS) */
  readonly preserveClientIp?: boolean;
  /** Seconds a leaving Pod may take to finish its connections, 0–3600. `@default` 300 (AWS) */
  readonly deregistrationDelaySeconds?: number;
  /** Whether connections that are left after that are ended. `@default` false (AWS) */
  readonly terminateOnDeregistration?: boolean;
  /** Whether a client's address stays with its Pod. `@default` false (AWS) */
  readonly stickiness?: boolean;
  /** Further attributes of all target groups, under AWS's names. */
  readonly targetGroupAttributes?: Readonly<Record<string, string>>;
  /** Labels of the nodes that are targets; of target type instance. `@default` - all nodes */
  readonly targetNodeLabels?: Readonly<Record<string, string>>;
  /** Whether each zone's address reaches the Pods of all zones; AWS bills what crosses. `@default` false (AWS) */
  readonly crossZone?: boolean;
  /** Whether AWS refuses to delete it, also when the Service goes. `@default` false (AWS) */
  readonly deletionProtection?: boolean;
  /** Where TLS connections are logged. `@default` - nowhere */
  readonly accessLogs?: NlbAccessLogs;
  /** Which zones' addresses the DNS name gives to clients inside the VPC. `@default` any_availability_zone (AWS) */
  readonly dnsRoutingPolicy?:
    | 'any_availability_zone'
    | 'availability_zone_affinity'
    | 'partial_availability_zone_affinity';
  /** Further attributes of the load balancer, under AWS's names. Removing an attribute does not reset it. */
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  /** At most 32 characters. Has no effect on a load balancer that exists. */
  readonly loadBalancerName?: string;
  /** Tags of every AWS resource that the controller makes for the Service. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Capacity that is reserved, in units of AWS. `@default` - none is */
  readonly capacityUnits?: number;
  /** Whether Services of other clusters put Pods into the same target groups. `@default` false (controller) */
  readonly multiClusterTargetGroup?: boolean;
  /** Lets ICMP in, so that clients learn the size of packets that fits. `@default` - closed (controller) */
  readonly pathMtuDiscovery?: true;
  /** Whether a TCP and a UDP port of the same number are one listener. `@default` false (controller) */
  readonly tcpUdpListener?: boolean;
  /**
   * Names or numbers of UDP ports that speak QUIC; of target type ip. The Pods name their containers in the annotation
   * `service.beta.kubernetes.io/aws-load-balancer-quic-enabled-containers`. `@default` - none
   * @finding eks/valid-nlb-target
   */
  readonly quicPorts?: readonly (string | number)[];
}

const ACCESS_LOGS: SettingsTable<NlbAccessLogs> = {
  bucket: entryIn(NLB.attributes, 'access_logs.s3.bucket', TEXT, { 'access_logs.s3.enabled': 'true' }),
  prefix: entryIn(NLB.attributes, 'access_logs.s3.prefix', TEXT),
};

/** Each property and the annotation that carries it. The construct, the page and a test walk this table. */
export const NLB_SETTINGS: SettingsTable<NlbSettings> = {
  scheme: valueIn(NLB.scheme),
  targetType: valueIn(NLB.targetType),
  tls: nested(NLB_TLS),
  healthCheck: nested(NLB_HEALTH_CHECK),
  sourceRanges: decides([NLB.sourceRanges], NLB.sourceRanges.value),
  securityGroups: valueIn(NLB.securityGroups),
  manageBackendSecurityGroupRules: valueIn(NLB.manageBackendRules),
  securityGroupPrefixLists: valueIn(NLB.prefixLists),
  withoutSecurityGroup: valueIn(NLB.withoutSecurityGroup),
  privateLinkSecurityGroupRules: valueIn(NLB.privateLinkRules),
  subnets: valueIn(NLB.subnets),
  elasticIps: valueIn(NLB.eipAllocations),
  privateIpv4Addresses: valueIn(NLB.privateIpv4Addresses),
  ipv6Addresses: valueIn(NLB.ipv6Addresses),
  ipAddressType: valueIn(NLB.ipAddressType),
  ipv6SourceNat: valueIn(NLB.ipv6SourceNat),
  ipv6SourceNatPrefixes: valueIn(NLB.ipv6SourceNatPrefixes),
  proxyProtocol: valueIn(NLB.proxyProtocol),
  proxyProtocolPorts: valueIn(NLB.proxyProtocolPorts),
  preserveClientIp: entryIn(NLB.targetGroupAttributes, 'preserve_client_ip.enabled', BOOLEAN),
  deregistrationDelaySeconds: entryIn(
    NLB.targetGroupAttributes,
    'deregistration_delay.timeout_seconds',
    DEREGISTRATION_DELAY,
  ),
  terminateOnDeregistration: entryIn(
    NLB.targetGroupAttributes,
    'deregistration_delay.connection_termination.enabled',
    BOOLEAN,
  ),
  stickiness: entryIn(NLB.targetGroupAttributes, 'stickiness.enabled', BOOLEAN, { 'stickiness.type': 'source_ip' }),
  targetGroupAttributes: mapIn(NLB.targetGroupAttributes),
  targetNodeLabels: mapIn(NLB.targetNodeLabels),
  crossZone: entryIn(NLB.attributes, 'load_balancing.cross_zone.enabled', BOOLEAN),
  deletionProtection: entryIn(NLB.attributes, 'deletion_protection.enabled', BOOLEAN),
  accessLogs: nested(ACCESS_LOGS),
  dnsRoutingPolicy: entryIn(NLB.attributes, 'dns_record.client_routing_policy', ROUTING_POLICY),
  loadBalancerAttributes: mapIn(NLB.attributes),
  loadBalancerName: valueIn(NLB.name),
  tags: mapIn(NLB.tags),
  capacityUnits: valueIn(NLB.capacityUnits),
  multiClusterTargetGroup: valueIn(NLB.multiCluster),
  pathMtuDiscovery: valueIn(NLB.pathMtuDiscovery),
  tcpUdpListener: valueIn(NLB.tcpUdp),
  quicPorts: valueIn(NLB.quicPorts),
};
