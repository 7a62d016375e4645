/**
 * Annotations of a ServiceAccount that the webhook of IAM Roles for Service Accounts reads when a Pod is created. Read on
 * 2026-11-28.
 * @see https://github.com/aws/amazon-eks-pod-identity-webhook/blob/v0.6.17/README.md
 */
export const IRSA = {
  role: 'eks.amazonaws.com/role-arn',
  tokenExpiration: 'eks.amazonaws.com/token-expiration',
  regionalEndpoints: 'eks.amazonaws.com/sts-regional-endpoints',
} as const;

/** Who asks for the token, as a role's trust policy names it. */
export const IRSA_AUDIENCE = 'sts.amazonaws.com';
