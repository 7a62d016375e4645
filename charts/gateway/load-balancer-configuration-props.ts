import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';

/** A subnet of the load balancer. The last four are for an NLB, and given for all subnets or for none. */
export interface LoadBalancerSubnet {
  /** Id (`subnet-…`) or Name tag. */
  readonly identifier: string;
  /** Id of an Elastic IP address (`eipalloc-…`), for an internet-facing one. `@default` - AWS chooses */
  readonly eipAllocation?: string;
  /** Private IPv4 address, for an internal one. `@default` - AWS chooses */
  readonly privateIPv4Allocation?: string;
  /** IPv6 address, for a dualstack one. `@default` - AWS chooses */
  readonly ipv6Allocation?: string;
  /** IPv6 prefix for source NAT of UDP, for a dualstack one. `@default` - AWS chooses */
  readonly sourceNatIPv6Prefix?: string;
}

/** Certificates of clients. */
export interface ListenerMutualAuthentication {
  /** `verify` by a trust store, `passthrough` leaves it to the Pods. `@default` off (controller) */
  readonly mode: 'off' | 'passthrough' | 'verify';
  /** Name or ARN of the trust store; `verify` needs it. `@default` - none */
  readonly trustStore?: string;
  /** With `verify`: takes certificates that have expired. `@default` false (controller) */
  readonly ignoreClientCertificateExpiry?: boolean;
  /** With `verify`: tells clients which authorities count. `@default` false (controller) */
  readonly advertiseTrustStoreCaNames?: boolean;
}

/** What a listener gets beyond the Gateway's own words. */
export interface ListenerConfiguration {
  /**
   * The protocol that AWS has for it: TLS that is passed through is TCP, and TCP and UDP on one port are TCP_UDP. An entry that
   * fits no listener is passed over without a word.
   */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP' | 'TCP_UDP';
  /** 1–65535. */
  readonly port: number;
  /** ARNs of ACM in the environment's region; the first is the default one. `@default` - found in ACM by the hosts (controller) */
  readonly certificateArns?: readonly string[];
  /** TLS versions and ciphers by AWS's name. `@default` ELBSecurityPolicy-TLS13-1-2-2021-06 for HTTPS and TLS */
  readonly sslPolicy?: string;
  /** For TLS on an NLB. `@default` None (the server) */
  readonly alpnPolicy?: 'HTTP1Only' | 'HTTP2Only' | 'HTTP2Optional' | 'HTTP2Preferred' | 'None';
  /** Certificates of clients, for HTTPS. `@default` - none are asked for */
  readonly mutualAuthentication?: ListenerMutualAuthentication;
  /** Attributes under AWS's names, such as `routing.http.response.server.enabled`. `@default` - AWS decides */
  readonly attributes?: Readonly<Record<string, string>>;
  /** QUIC, for UDP and TCP_UDP with targets by address. `@default` false (controller) */
  readonly quicEnabled?: boolean;
}

/** What a load balancer is, beyond its listeners' protocols and ports. */
export interface LoadBalancerSettings {
  /** Whether the internet can reach it. Changing it makes a new one with a new DNS name. `@default` internal (controller) */
  readonly scheme?: 'internal' | 'internet-facing';
  /** At most 32 letters, digits and hyphens. Changing it has no effect on one that exists. `@default` - the controller makes a name */
  readonly loadBalancerName?: string;
  /** Which addresses it has; the last is for an ALB. `@default` ipv4 (controller) */
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** Subnets in at least two zones. Give this or `subnetTags`. `@default` - found by their role tags (controller) */
  readonly subnets?: readonly LoadBalancerSubnet[];
  /** Tags of subnets, with the values that fit. `@default` - found by their role tags (controller) */
  readonly subnetTags?: Readonly<Record<string, readonly string[]>>;
  /** What listeners get beyond the Gateway's own words, once for each protocol and port. `@default` - nothing */
  readonly listeners?: readonly ListenerConfiguration[];
  /** Ids or Name tags of security groups, instead of the one that the controller makes. `@default` - the controller makes one */
  readonly securityGroups?: readonly string[];
  /** With `securityGroups`: whether the Pods' group is opened to the load balancer. `@default` false (controller) */
  readonly manageBackendSecurityGroupRules?: boolean;
  /** CIDR blocks that may call, for the group that the controller makes. `@default` 0.0.0.0/0 and ::/0 (controller) */
  readonly sourceRanges?: readonly string[];
  /** Ids of prefix lists (`pl-…`) that may call **beside** `sourceRanges`, which then has to be said. `@default` - none */
  readonly securityGroupPrefixes?: readonly string[];
  /** Attributes under AWS's names. Removing one does not reset it. `@default` - AWS decides */
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  /** Capacity units that are always there; paid for. The controller loses it where class and Gateway both have a configuration. `@default` - none */
  readonly capacityUnits?: number;
  /** Pool of own addresses of an Outpost, for an ALB. `@default` - AWS's addresses */
  readonly customerOwnedIpv4Pool?: string;
  /** Pool of IPAM for public addresses, for an ALB. `@default` - AWS's addresses */
  readonly ipv4IPAMPoolId?: string;
  /** ARN of a regional web ACL, for an ALB; a name is not looked up. `@default` - none */
  readonly wafAclArn?: string;
  /** Shield Advanced, for an ALB. `@default` - left as it is (controller) */
  readonly shield?: boolean;
  /** Tags of the load balancer, its listeners and its security group. `@default` - none */
  readonly tags?: Readonly<Record<string, string>>;
  /** A TargetGroupConfiguration without a Service, in the same namespace, for all that have none. Controller 3.2 and later. `@default` - none */
  readonly defaultTargetGroup?: { readonly name: string };
  /** Answers pings, for an NLB with the controller's group. `@default` false (controller) */
  readonly enableICMP?: boolean;
  /** No security group at all, for an NLB. AWS takes it at creation only. `@default` false (controller) */
  readonly disableSecurityGroup?: boolean;
  /** Whether rules of the group hold for PrivateLink, for an NLB. `@default` - AWS decides */
  readonly enforceSecurityGroupOnPrivateLink?: boolean;
}

export interface LoadBalancerConfigurationProps extends LoadBalancerSettings, ObjectProps {
  /** Which side wins, where this is a class's configuration and a Gateway has its own. `@default` prefer-gateway-class (the server) */
  readonly mergingMode?: 'prefer-gateway' | 'prefer-gateway-class';
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly loadBalancerConfiguration?: Patch };
}
