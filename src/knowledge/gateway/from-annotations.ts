import { ALB_PREFIX } from '../aws/alb-annotations';
import { NLB_PREFIX } from '../aws/nlb-annotation';

const CONFIG = 'LoadBalancerConfiguration';
const TARGETS = 'TargetGroupConfiguration';
const RULE = 'ListenerRuleConfiguration';
const ROUTE = 'the HTTPRoute';

/**
 * Where a Gateway says what an Ingress or a Service says by an annotation; longer beginnings come before shorter ones. The names are
 * those of the controller's definitions, which its own migration guide does not always have. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/apis/gateway/v1
 */
const FIELDS: readonly (readonly [beginning: string, field: string])[] = [
  ['scheme', `scheme of a ${CONFIG}`],
  ['ip-address-type', `ipAddressType of a ${CONFIG}`],
  ['load-balancer-name', `loadBalancerName of a ${CONFIG}`],
  ['load-balancer-attributes', `loadBalancerAttributes of a ${CONFIG}`],
  ['tags', `tags of a ${CONFIG}`],
  ['subnets', `loadBalancerSubnets of a ${CONFIG}`],
  ['security-group-prefix-lists', `securityGroupPrefixes of a ${CONFIG}`],
  ['security-groups', `securityGroups of a ${CONFIG}`],
  ['manage-backend-security-group-rules', `manageBackendSecurityGroupRules of a ${CONFIG}`],
  ['inbound-cidrs', `sourceRanges of a ${CONFIG}`],
  ['customer-owned-ipv4-pool', `customerOwnedIpv4Pool of a ${CONFIG}`],
  ['ipam-ipv4-pool-id', `ipv4IPAMPoolId of a ${CONFIG}`],
  ['minimum-load-balancer-capacity', `minimumLoadBalancerCapacity of a ${CONFIG}`],
  ['wafv2-acl-arn', `wafV2.webACL of a ${CONFIG}`],
  ['shield-advanced-protection', `shieldConfiguration.enabled of a ${CONFIG}`],
  ['listen-ports', 'the listeners of the Gateway'],
  ['certificate-arn', `listenerConfigurations[].defaultCertificate of a ${CONFIG}`],
  ['ssl-policy', `listenerConfigurations[].sslPolicy of a ${CONFIG}`],
  ['mutual-authentication', `listenerConfigurations[].mutualAuthentication of a ${CONFIG}`],
  ['listener-attributes', `listenerConfigurations[].listenerAttributes of a ${CONFIG}`],
  ['ssl-redirect', 'an HTTPRoute on the listener for HTTP with a RequestRedirect'],
  ['group.', 'one Gateway that the routes share'],
  ['target-type', `targetType of a ${TARGETS} for the Service`],
  ['target-group-attributes', `targetGroupAttributes of a ${TARGETS} for the Service`],
  ['target-node-labels', `nodeSelector of a ${TARGETS} for the Service`],
  ['backend-protocol-version', `protocolVersion of a ${TARGETS} for the Service`],
  ['backend-protocol', `protocol of a ${TARGETS} for the Service`],
  ['multi-cluster-target-group', `enableMultiCluster of a ${TARGETS} for the Service`],
  ['healthcheck-', `healthCheckConfig of a ${TARGETS} for the Service`],
  ['healthy-threshold-count', `healthCheckConfig of a ${TARGETS} for the Service`],
  ['unhealthy-threshold-count', `healthCheckConfig of a ${TARGETS} for the Service`],
  ['success-codes', `healthCheckConfig.matcher of a ${TARGETS} for the Service`],
  ['actions.', `backendRefs and filters of ${ROUTE}, or a ${RULE}`],
  ['conditions.', `matches of ${ROUTE}, or a ${RULE} for addresses`],
  ['transforms.', `a URLRewrite of ${ROUTE}`],
  ['use-regex-path-match', `path type RegularExpression of ${ROUTE}`],
  ['auth-', `the actions of a ${RULE}`],
  ['jwt-validation', `the actions of a ${RULE}`],
  ['type', 'the class of the Gateway'],
  ['internal', `scheme of a ${CONFIG}`],
  ['nlb-target-type', `targetType of a ${TARGETS} for the Service`],
  ['eip-allocations', `loadBalancerSubnets[].eipAllocation of a ${CONFIG}`],
  ['private-ipv4-addresses', `loadBalancerSubnets[].privateIPv4Allocation of a ${CONFIG}`],
  ['ssl-', `a listener of protocol TLS, and listenerConfigurations of a ${CONFIG}`],
  ['alpn-policy', `listenerConfigurations[].alpnPolicy of a ${CONFIG}`],
  ['proxy-protocol', `targetGroupAttributes proxy_protocol_v2.enabled of a ${TARGETS} for the Service`],
];

/** Whether the load balancer controller reads a key on an Ingress or a Service. */
export function isIngressAnnotation(key: string): boolean {
  return key.startsWith(ALB_PREFIX) || key.startsWith(NLB_PREFIX);
}

/** Where a Gateway says it; undefined where nothing is the same. */
export function gatewayFieldOf(key: string): string | undefined {
  const bare = key.startsWith(ALB_PREFIX) ? key.slice(ALB_PREFIX.length) : key.slice(NLB_PREFIX.length);
  return FIELDS.find(([beginning]) => bare.startsWith(beginning))?.[1];
}
