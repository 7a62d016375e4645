/** Prefix of the keys that the AWS Load Balancer Controller reads on an Ingress. */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';

/**
 * All keys of the controller's release 3.5 under the prefix; those that end in a name of the user's are not listed.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 */
export const ALB_ANNOTATION_KEYS: ReadonlySet<string> = new Set(
  `load-balancer-name group.name group.order tags ip-address-type scheme subnets security-groups
  manage-backend-security-group-rules customer-owned-ipv4-pool ipam-ipv4-pool-id load-balancer-attributes
  minimum-load-balancer-capacity wafv2-acl-arn wafv2-acl-name waf-acl-id web-acl-id shield-advanced-protection
  listen-ports ssl-redirect inbound-cidrs security-group-prefix-lists certificate-arn create-acm-cert acm-pca-arn
  ssl-policy mutual-authentication target-type backend-protocol backend-protocol-version target-group-attributes
  target-node-labels multi-cluster-target-group healthcheck-port healthcheck-protocol healthcheck-path
  healthcheck-interval-seconds healthcheck-timeout-seconds healthy-threshold-count unhealthy-threshold-count
  success-codes auth-type auth-idp-cognito auth-idp-oidc auth-on-unauthenticated-request auth-scope
  auth-session-cookie auth-session-timeout jwt-validation use-regex-path-match enable-frontend-nlb
  frontend-nlb-scheme frontend-nlb-subnets frontend-nlb-security-groups frontend-nlb-listener-port-mapping
  frontend-nlb-healthcheck-port frontend-nlb-healthcheck-protocol frontend-nlb-healthcheck-path
  frontend-nlb-healthcheck-interval-seconds frontend-nlb-healthcheck-timeout-seconds
  frontend-nlb-healthcheck-healthy-threshold-count frontend-nlb-healthcheck-unhealthy-threshold-count
  frontend-nlb-healthcheck-success-codes frontend-nlb-tags frontend-nlb-eip-allocations frontend-nlb-attributes
  dry-run-plan`.split(/\s+/),
);

/** Keys that EKS Auto Mode does not read. */
export const AUTO_MODE_UNSUPPORTED: ReadonlySet<string> = new Set([
  'group.name',
  'waf-acl-id',
  'web-acl-id',
  'shield-advanced-protection',
]);

/** Keys in use under the prefix, whether listed or ending in a name. */
export function isAlbAnnotation(key: string): boolean {
  return (
    ALB_ANNOTATION_KEYS.has(key) ||
    /^(actions|conditions|transforms|listener-attributes|target-control-port)\../.test(key)
  );
}
