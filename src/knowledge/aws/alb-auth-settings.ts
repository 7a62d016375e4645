import { ALB } from './alb-annotations';
import type { AlbCognito, AlbOidc } from './alb-login';
import { type SettingsTable, valueIn, valueWith } from './setting-row';

/** How users log in, at the load balancer; on HTTPS listeners only. Give `oidc` or `cognito`. */
export interface AlbAuth {
  /** `none` lets everybody in, such as on the Service of one backend. `@default` - what is given beside it */
  readonly type?: 'none' | 'oidc' | 'cognito';
  /** A provider of OpenID Connect. */
  readonly oidc?: AlbOidc;
  /** A user pool of Cognito. */
  readonly cognito?: AlbCognito;
  /**
   * What happens to requests of somebody who did not log in: `deny` answers 401, `allow` passes them on.
   * `@default` authenticate (controller)
   */
  readonly onUnauthenticatedRequest?: 'authenticate' | 'allow' | 'deny';
  /** What is asked of the provider, with blanks between. `@default` openid (controller) */
  readonly scope?: string;
  /** Name of the cookie that keeps the session. `@default` AWSELBAuthSessionCookie (controller) */
  readonly sessionCookie?: string;
  /** Seconds that a session lasts, 1–604800. `@default` 604800 (controller) */
  readonly sessionTimeoutSeconds?: number;
}

export const ALB_AUTH: SettingsTable<AlbAuth> = {
  type: valueIn(ALB.authType),
  oidc: valueWith(ALB.authIdpOidc, ALB.authType, 'oidc'),
  cognito: valueWith(ALB.authIdpCognito, ALB.authType, 'cognito'),
  onUnauthenticatedRequest: valueIn(ALB.authOnUnauthenticatedRequest),
  scope: valueIn(ALB.authScope),
  sessionCookie: valueIn(ALB.authSessionCookie),
  sessionTimeoutSeconds: valueIn(ALB.authSessionTimeout),
};
