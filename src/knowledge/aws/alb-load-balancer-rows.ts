import { ALB_ATTRIBUTES } from './alb-attributes';
import { albRows, NOTHING } from './alb-row';
import { TEXT_LIST } from './annotation-lists';
import { BOOLEAN, choice, pattern, TEXT, whole } from './annotation-values';
import { CAPACITY, LOAD_BALANCER_NAME, SCHEME, SUBNETS, TAGS, WEB_ACL } from './load-balancer-values';

const ingress = albRows('Ingress');
const both = albRows('both');

const KEPT = 'taking it away does not reset it';
const ATTACHED = 'taking it away leaves the ACL attached';

const GROUP_NAME = pattern(
  /^(?=.{1,63}$)([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/,
  'lower-case letters, digits, inner hyphens and dots, at most 63',
);

/** Annotations that are about the load balancer as a whole. */
export const LOAD_BALANCER_ROWS = {
  scheme: ingress('scheme', SCHEME, {
    merge: 'exclusive',
    default: 'internal',
    replaces: 'load-balancer',
    change: 'makes a new load balancer with a new DNS name',
  }),
  loadBalancerName: ingress('load-balancer-name', LOAD_BALANCER_NAME, {
    merge: 'exclusive',
    default: '- k8s-<namespace>-<name>-<hash>',
    replaces: 'later',
    change: 'has no effect once it is made',
  }),
  loadBalancerAttributes: ingress('load-balancer-attributes', ALB_ATTRIBUTES, {
    merge: 'entry',
    default: '- AWS decides',
    change: 'taking one away does not reset it',
  }),
  ipAddressType: ingress('ip-address-type', choice('ipv4', 'dualstack', 'dualstack-without-public-ipv4'), {
    merge: 'exclusive',
    default: 'ipv4',
  }),
  subnets: ingress('subnets', SUBNETS, { merge: 'exclusive', default: '- those with the role tags' }),
  securityGroups: ingress('security-groups', TEXT_LIST, {
    merge: 'exclusive',
    default: '- one that the controller makes',
    change: 'another order than that of a group’s other Ingresses is a conflict',
  }),
  manageBackendSecurityGroupRules: ingress('manage-backend-security-group-rules', BOOLEAN, {
    merge: 'exclusive',
    default: 'false',
    since: '2.3',
  }),
  wafAclArn: ingress('wafv2-acl-arn', WEB_ACL, { merge: 'exclusive', default: '- left as it is', change: ATTACHED }),
  wafAclName: ingress('wafv2-acl-name', TEXT, {
    merge: 'exclusive',
    default: '- left as it is',
    since: '2.14',
    change: ATTACHED,
  }),
  wafClassicAclId: ingress('waf-acl-id', TEXT, {
    merge: 'exclusive',
    default: '- left as it is',
    autoMode: false,
    change: KEPT,
  }),
  webAclId: ingress('web-acl-id', TEXT, {
    merge: 'exclusive',
    default: '- left as it is',
    autoMode: false,
    change: KEPT,
  }),
  shieldAdvancedProtection: ingress('shield-advanced-protection', BOOLEAN, {
    merge: 'exclusive',
    default: '- left as it is',
    autoMode: false,
    change: KEPT,
  }),
  customerOwnedIpv4Pool: ingress('customer-owned-ipv4-pool', TEXT, {
    merge: 'exclusive',
    default: NOTHING,
    since: '2.1',
    replaces: 'later',
    change: 'is refused',
  }),
  ipamIpv4PoolId: ingress('ipam-ipv4-pool-id', TEXT, { merge: 'exclusive', default: NOTHING, since: '2.12' }),
  minimumLoadBalancerCapacity: ingress('minimum-load-balancer-capacity', CAPACITY, {
    merge: 'exclusive',
    default: NOTHING,
    since: '2.11',
    change: KEPT,
  }),
  tags: both('tags', TAGS, { merge: 'entry', default: NOTHING }),
  groupName: ingress('group.name', GROUP_NAME, {
    merge: 'own',
    default: '- a load balancer of its own',
    replaces: 'load-balancer',
    change: 'moves the rules to another load balancer',
    autoMode: false,
  }),
  groupOrder: ingress('group.order', whole(-1000, 1000), { merge: 'own', default: '0' }),
};
