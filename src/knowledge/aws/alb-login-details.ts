import { ALB } from './alb-annotations';

/**
 * Annotations that say how users log in. Without `auth-type`, which is `none` by default, they count for nothing.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#authentication
 */
export const LOGIN_DETAILS: readonly string[] = [
  ALB.authIdpOidc,
  ALB.authIdpCognito,
  ALB.authOnUnauthenticatedRequest,
  ALB.authScope,
  ALB.authSessionCookie,
  ALB.authSessionTimeout,
].map(({ key }) => key);
