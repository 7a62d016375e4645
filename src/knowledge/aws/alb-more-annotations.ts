import { ALB_ACTION } from './alb-action';
import { type AnyAnnotation, annotationsOf } from './annotation';
import { map, TEXT_LIST } from './annotation-lists';
import { annotationValue, BOOLEAN, choice, JSON_TEXT, TEXT } from './annotation-values';
import {
  CAPACITY,
  HEALTH_INTERVAL,
  HEALTH_PORT,
  HEALTH_THRESHOLD,
  HEALTH_TIMEOUT,
  HTTP_PATH,
  NLB_HTTP_CODES,
  PORT,
  PROTOCOL,
  SCHEME,
} from './load-balancer-values';

const ingress = annotationsOf('Ingress');
const both = annotationsOf('both');

const COUNT = annotationValue<number>({
  words: 'a whole number',
  write: String,
  read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
});
const KEPT = 'taking it away does not reset it';

/** Annotations of an Ingress that no property of `AlbSettings` writes yet. */
export const ALB_MORE = {
  customerOwnedIpv4Pool: ingress('customer-owned-ipv4-pool', TEXT, { since: '2.1', change: 'is refused' }),
  ipamIpv4PoolId: ingress('ipam-ipv4-pool-id', TEXT, { since: '2.12' }),
  minimumLoadBalancerCapacity: ingress('minimum-load-balancer-capacity', CAPACITY, { since: '2.11', change: KEPT }),
  wafv2AclName: ingress('wafv2-acl-name', TEXT, { since: '2.14' }),
  wafAclId: ingress('waf-acl-id', TEXT, { autoMode: false, change: KEPT }),
  webAclId: ingress('web-acl-id', TEXT, { autoMode: false, change: KEPT }),
  shieldAdvancedProtection: ingress('shield-advanced-protection', BOOLEAN, { autoMode: false, change: KEPT }),
  securityGroupPrefixLists: ingress('security-group-prefix-lists', TEXT_LIST, { since: '2.8' }),
  createAcmCert: ingress('create-acm-cert', BOOLEAN, { since: '3.3' }),
  acmPcaArn: ingress('acm-pca-arn', TEXT, { since: '3.3' }),
  mutualAuthentication: ingress('mutual-authentication', JSON_TEXT, { since: '2.7' }),
  targetNodeLabels: both('target-node-labels', map()),
  multiClusterTargetGroup: both('multi-cluster-target-group', BOOLEAN, { since: '2.10' }),
  authType: both('auth-type', choice('none', 'oidc', 'cognito')),
  authIdpCognito: both('auth-idp-cognito', JSON_TEXT),
  authIdpOidc: both('auth-idp-oidc', JSON_TEXT),
  authOnUnauthenticatedRequest: both('auth-on-unauthenticated-request', choice('authenticate', 'allow', 'deny')),
  authScope: both('auth-scope', TEXT),
  authSessionCookie: both('auth-session-cookie', TEXT),
  authSessionTimeout: both('auth-session-timeout', COUNT),
  jwtValidation: ingress('jwt-validation', JSON_TEXT, { since: '2.15' }),
  useRegexPathMatch: ingress('use-regex-path-match', BOOLEAN, { since: '2.14.1' }),
  enableFrontendNlb: ingress('enable-frontend-nlb', BOOLEAN, { since: '2.13' }),
  frontendNlbScheme: ingress('frontend-nlb-scheme', SCHEME, { since: '2.13' }),
  frontendNlbSubnets: ingress('frontend-nlb-subnets', TEXT_LIST, { since: '2.13' }),
  frontendNlbSecurityGroups: ingress('frontend-nlb-security-groups', TEXT_LIST, { since: '2.13' }),
  frontendNlbListenerPortMapping: ingress('frontend-nlb-listener-port-mapping', map(), { since: '2.13' }),
  frontendNlbHealthcheckPort: ingress('frontend-nlb-healthcheck-port', HEALTH_PORT, { since: '2.13' }),
  frontendNlbHealthcheckProtocol: ingress('frontend-nlb-healthcheck-protocol', PROTOCOL, { since: '2.13' }),
  frontendNlbHealthcheckPath: ingress('frontend-nlb-healthcheck-path', HTTP_PATH, { since: '2.13' }),
  frontendNlbHealthcheckIntervalSeconds: ingress('frontend-nlb-healthcheck-interval-seconds', HEALTH_INTERVAL, {
    since: '2.13',
  }),
  frontendNlbHealthcheckTimeoutSeconds: ingress('frontend-nlb-healthcheck-timeout-seconds', HEALTH_TIMEOUT, {
    since: '2.13',
  }),
  frontendNlbHealthcheckHealthyThresholdCount: ingress(
    'frontend-nlb-healthcheck-healthy-threshold-count',
    HEALTH_THRESHOLD,
    { since: '2.13' },
  ),
  frontendNlbHealthcheckUnhealthyThresholdCount: ingress(
    'frontend-nlb-healthcheck-unhealthy-threshold-count',
    HEALTH_THRESHOLD,
    { since: '2.13' },
  ),
  frontendNlbHealthcheckSuccessCodes: ingress('frontend-nlb-healthcheck-success-codes', NLB_HTTP_CODES, {
    since: '2.13',
  }),
  frontendNlbTags: ingress('frontend-nlb-tags', map(), { since: '2.14' }),
  frontendNlbEipAllocations: ingress('frontend-nlb-eip-allocations', TEXT_LIST, { since: '2.14' }),
  frontendNlbAttributes: ingress('frontend-nlb-attributes', TEXT, { since: '3.2' }),
  dryRunPlan: ingress('dry-run-plan', TEXT, {
    since: '3.4',
    change: 'the controller writes it; rendered, it never settles',
  }),
};

/** Annotations whose keys end in a name that the user chooses: of an action, a Service or a listener. */
export const ALB_FAMILIES: readonly AnyAnnotation[] = [
  ingress('actions.', ALB_ACTION),
  ingress('conditions.', JSON_TEXT),
  ingress('transforms.', JSON_TEXT, { since: '2.14.1' }),
  ingress('listener-attributes.', map(), { since: '2.9', autoMode: false }),
  ingress('target-control-port.', PORT, { since: '2.16', change: 'makes new target groups' }),
];

/** The row of a key that ends in a user's name; undefined for a key of no family. */
export function albAnnotationOfFamily(key: string): AnyAnnotation | undefined {
  return ALB_FAMILIES.find((family) => key.startsWith(family.key));
}
