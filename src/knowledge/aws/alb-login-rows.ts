import { ALB_COGNITO, ALB_JWT, ALB_OIDC } from './alb-login';
import { albRows, NOTHING } from './alb-row';
import { choice, pattern, whole } from './annotation-values';

const both = albRows('both');

/** Annotations that are about who is let in. They count on HTTPS listeners. */
export const LOGIN_ROWS = {
  authType: both('auth-type', choice('none', 'oidc', 'cognito'), { merge: 'own', default: 'none' }),
  authIdpCognito: both('auth-idp-cognito', ALB_COGNITO, { merge: 'own', default: NOTHING }),
  authIdpOidc: both('auth-idp-oidc', ALB_OIDC, { merge: 'own', default: NOTHING }),
  authOnUnauthenticatedRequest: both('auth-on-unauthenticated-request', choice('authenticate', 'allow', 'deny'), {
    merge: 'own',
    default: 'authenticate',
  }),
  authScope: both('auth-scope', pattern(/^\S+( \S+)*$/, 'scopes with one blank between them'), {
    merge: 'own',
    default: 'openid',
  }),
  authSessionCookie: both('auth-session-cookie', pattern(/^[^\s;,=]+$/, 'the name of a cookie'), {
    merge: 'own',
    default: 'AWSELBAuthSessionCookie',
  }),
  authSessionTimeout: both('auth-session-timeout', whole(1, 604_800), { merge: 'own', default: '604800' }),
  jwtValidation: albRows('Ingress')('jwt-validation', ALB_JWT, { merge: 'own', default: NOTHING, since: '2.15' }),
};
