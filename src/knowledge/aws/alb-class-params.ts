import { ALB } from './alb-annotations';

/**
 * Fields of IngressClassParams, of the controller and of EKS Auto Mode, and the annotation that each overrides: the
 * controller does not read that annotation of the class's Ingresses, and says so in an event alone.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/ingress_class/
 */
export const CLASS_OVERRIDES: Readonly<Record<string, string>> = {
  group: ALB.groupName.key,
  scheme: ALB.scheme.key,
  ipAddressType: ALB.ipAddressType.key,
  loadBalancerName: ALB.loadBalancerName.key,
  subnets: ALB.subnets.key,
  inboundCIDRs: ALB.inboundCidrs.key,
  prefixListsIDs: ALB.securityGroupPrefixLists.key,
  PrefixListsIDs: ALB.securityGroupPrefixLists.key,
  sslPolicy: ALB.sslPolicy.key,
  sslRedirectPort: ALB.sslRedirect.key,
  certificateArn: ALB.certificateArn.key,
  certificateARNs: ALB.certificateArn.key,
  targetType: ALB.targetType.key,
  wafv2AclArn: ALB.wafAclArn.key,
  wafv2AclName: ALB.wafAclName.key,
  minimumLoadBalancerCapacity: ALB.minimumLoadBalancerCapacity.key,
  ipamConfiguration: ALB.ipamIpv4PoolId.key,
};
