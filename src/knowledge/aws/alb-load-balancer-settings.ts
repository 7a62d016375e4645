import { ALB } from './alb-annotations';
import { ALB_FRONTEND_NLB, type AlbFrontendNlb } from './alb-frontend-nlb-settings';
import { mapIn, nestedWith, type SettingsTable, valueIn } from './setting-row';

/** What is about the load balancer as a whole: one Ingress of a group says it, or all say the same. */
export interface AlbLoadBalancerSettings {
  /** Whether the internet can reach it. Changing it makes a new load balancer with a new DNS name. */
  readonly scheme: 'internal' | 'internet-facing';
  /** CIDR blocks that may call the load balancer. `@default` 0.0.0.0/0 (controller) */
  readonly inboundCidrs?: readonly string[];
  /** Ids or Name tags of security groups, instead of the one that the controller makes; `inboundCidrs` then has no effect. */
  readonly securityGroups?: readonly string[];
  /** With `securityGroups`: whether the controller opens the Pods' security group to the load balancer. `@default` false (controller) */
  readonly manageBackendSecurityGroupRules?: boolean;
  /** Ids or Name tags of subnets in at least two zones. `@default` - the controller finds them by their role tags */
  readonly subnets?: readonly string[];
  /** Which addresses the load balancer has. `@default` ipv4 (controller) */
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** At most 32 characters. Changing it has no effect on a load balancer that exists. */
  readonly loadBalancerName?: string;
  /** Attributes under AWS's names. Removing an attribute does not reset it. */
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  /** ARN of a regional web ACL, or `none` to detach the present one. */
  readonly wafAclArn?: string;
  /** Name of a regional web ACL; wins over `wafAclArn`. The controller needs `wafv2:ListWebACLs`. From release 2.14. */
  readonly wafAclName?: string;
  /** Id of a web ACL of WAF Classic, or `none` to detach the present one. Not on EKS Auto Mode. */
  readonly wafClassicAclId?: string;
  /** Whether AWS Shield Advanced protects it. Not on EKS Auto Mode. `@default` - left as it is */
  readonly shieldAdvancedProtection?: boolean;
  /** Ids of prefix lists that may call it, beside `inboundCidrs`. Alone, they shut out all others. From release 2.8. */
  readonly securityGroupPrefixLists?: readonly string[];
  /** Capacity units that are kept ready for it; removing it does not reset them: set 0. From release 2.11. */
  readonly minimumCapacityUnits?: number;
  /** Pool of the VPC's address manager that public addresses come of. From release 2.12. */
  readonly ipamIpv4PoolId?: string;
  /** Pool of customer-owned addresses, on Outposts. A change is refused. */
  readonly customerOwnedIpv4Pool?: string;
  /** A Network Load Balancer in front of it. `@default` - none */
  readonly frontendNlb?: AlbFrontendNlb;
}

export const ALB_LOAD_BALANCER: SettingsTable<AlbLoadBalancerSettings> = {
  scheme: valueIn(ALB.scheme),
  inboundCidrs: valueIn(ALB.inboundCidrs),
  securityGroups: valueIn(ALB.securityGroups),
  manageBackendSecurityGroupRules: valueIn(ALB.manageBackendSecurityGroupRules),
  subnets: valueIn(ALB.subnets),
  ipAddressType: valueIn(ALB.ipAddressType),
  loadBalancerName: valueIn(ALB.loadBalancerName),
  loadBalancerAttributes: mapIn(ALB.loadBalancerAttributes),
  wafAclArn: valueIn(ALB.wafAclArn),
  wafAclName: valueIn(ALB.wafAclName),
  wafClassicAclId: valueIn(ALB.wafClassicAclId),
  shieldAdvancedProtection: valueIn(ALB.shieldAdvancedProtection),
  securityGroupPrefixLists: valueIn(ALB.securityGroupPrefixLists),
  minimumCapacityUnits: valueIn(ALB.minimumLoadBalancerCapacity),
  ipamIpv4PoolId: valueIn(ALB.ipamIpv4PoolId),
  customerOwnedIpv4Pool: valueIn(ALB.customerOwnedIpv4Pool),
  frontendNlb: nestedWith(ALB_FRONTEND_NLB, { enabled: true }),
};
