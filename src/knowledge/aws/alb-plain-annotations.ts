import { type AnyAnnotation, annotationsOf } from './annotation';
import { map, TEXT_LIST } from './annotation-lists';
import { BOOLEAN, choice, JSON_TEXT, pattern, TEXT } from './annotation-values';
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

const WHOLE = pattern(/^\d+$/, 'a whole number');
const KEPT = 'taking it away does not reset it';

/** Annotations of an Ingress that no property writes; people give them as `annotations`, or in YAML. */
export const ALB_PLAIN_ANNOTATIONS: readonly AnyAnnotation[] = [
  ingress('customer-owned-ipv4-pool', TEXT, { since: '2.1', change: 'is refused' }),
  ingress('ipam-ipv4-pool-id', TEXT, { since: '2.12' }),
  ingress('minimum-load-balancer-capacity', CAPACITY, { since: '2.11', change: KEPT }),
  ingress('wafv2-acl-name', TEXT, { since: '2.14' }),
  ingress('waf-acl-id', TEXT, { autoMode: false, change: KEPT }),
  ingress('web-acl-id', TEXT, { autoMode: false, change: KEPT }),
  ingress('shield-advanced-protection', BOOLEAN, { autoMode: false, change: KEPT }),
  ingress('security-group-prefix-lists', TEXT_LIST, { since: '2.8' }),
  ingress('create-acm-cert', BOOLEAN, { since: '3.3' }),
  ingress('acm-pca-arn', TEXT, { since: '3.3' }),
  ingress('mutual-authentication', JSON_TEXT, { since: '2.7' }),
  both('target-node-labels', map()),
  both('multi-cluster-target-group', BOOLEAN, { since: '2.10' }),
  both('auth-type', choice('none', 'oidc', 'cognito')),
  both('auth-idp-cognito', JSON_TEXT),
  both('auth-idp-oidc', JSON_TEXT),
  both('auth-on-unauthenticated-request', choice('authenticate', 'allow', 'deny')),
  both('auth-scope', TEXT),
  both('auth-session-cookie', TEXT),
  both('auth-session-timeout', WHOLE),
  ingress('jwt-validation', JSON_TEXT, { since: '2.15' }),
  ingress('use-regex-path-match', BOOLEAN, { since: '2.14.1' }),
  ingress('enable-frontend-nlb', BOOLEAN, { since: '2.13' }),
  ingress('frontend-nlb-scheme', SCHEME, { since: '2.13' }),
  ingress('frontend-nlb-subnets', TEXT_LIST, { since: '2.13' }),
  ingress('frontend-nlb-security-groups', TEXT_LIST, { since: '2.13' }),
  ingress('frontend-nlb-listener-port-mapping', map(), { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-port', HEALTH_PORT, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-protocol', PROTOCOL, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-path', HTTP_PATH, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-interval-seconds', HEALTH_INTERVAL, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-timeout-seconds', HEALTH_TIMEOUT, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-healthy-threshold-count', HEALTH_THRESHOLD, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-unhealthy-threshold-count', HEALTH_THRESHOLD, { since: '2.13' }),
  ingress('frontend-nlb-healthcheck-success-codes', NLB_HTTP_CODES, { since: '2.13' }),
  ingress('frontend-nlb-tags', map(), { since: '2.14' }),
  ingress('frontend-nlb-eip-allocations', TEXT_LIST, { since: '2.14' }),
  ingress('frontend-nlb-attributes', TEXT, { since: '3.2' }),
  ingress('dry-run-plan', TEXT, { since: '3.4', change: 'the controller writes it; rendered, it never settles' }),
];

/** Annotations whose keys end in a name of the user's: of an action, a Service, or a listener. */
export const ALB_FAMILIES: readonly AnyAnnotation[] = [
  ingress('actions.', JSON_TEXT),
  ingress('conditions.', JSON_TEXT),
  ingress('transforms.', JSON_TEXT, { since: '2.14.1' }),
  ingress('listener-attributes.', map(), { since: '2.9', autoMode: false }),
  ingress('target-control-port.', PORT, { since: '2.16', change: 'makes new target groups' }),
];

/** The row of a key that ends in a name. */
export function albAnnotationOfFamily(key: string): AnyAnnotation | undefined {
  return ALB_FAMILIES.find((family) => key.startsWith(family.key));
}
