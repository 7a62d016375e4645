import { defined } from '../../src/model/defined';
import type { CognitoLogin, ListenerLogin, ListenerRuleConfigurationProps, OidcLogin } from './listener-rule-props';

/** What the server fills in, so that what is committed is what it keeps. */
const LOGIN = {
  scope: 'openid',
  sessionCookieName: 'AWSELBAuthSessionCookie',
  sessionTimeout: 604_800,
  onUnauthenticatedRequest: 'authenticate',
} as const;

/** The spec as the controller's definition has it. */
export function listenerRuleSpec(props: ListenerRuleConfigurationProps): object {
  const actions = [...waysIn(props), ...endings(props)];
  const { sourceIps, tags } = props;
  return defined({
    actions: actions.length === 0 ? undefined : actions,
    conditions: sourceIps && [{ field: 'source-ip', sourceIPConfig: { values: [...sourceIps] } }],
    tags: tags && { ...tags },
  });
}

function waysIn({ cognito, oidc, jwt }: ListenerRuleConfigurationProps): readonly object[] {
  return [
    ...(cognito === undefined ? [] : [{ type: 'authenticate-cognito', authenticateCognitoConfig: cognitoOf(cognito) }]),
    ...(oidc === undefined ? [] : [{ type: 'authenticate-oidc', authenticateOIDCConfig: oidcOf(oidc) }]),
    ...(jwt === undefined
      ? []
      : [
          {
            type: 'jwt-validation',
            jwtValidationConfig: {
              issuer: jwt.issuer,
              jwksEndpoint: jwt.jwksEndpoint,
              ...defined({ additionalClaims: jwt.claims?.map((claim) => ({ ...claim, values: [...claim.values] })) }),
            },
          },
        ]),
  ];
}

function endings({
  fixedResponse,
  stickinessSeconds,
  redirectQuery,
}: ListenerRuleConfigurationProps): readonly object[] {
  if (fixedResponse !== undefined) {
    const { statusCode, contentType = 'text/plain', body } = fixedResponse;
    const fixedResponseConfig = { statusCode, contentType, ...defined({ messageBody: body }) };
    return [{ type: 'fixed-response', fixedResponseConfig }];
  }
  if (redirectQuery !== undefined) return [{ type: 'redirect', redirectConfig: { query: redirectQuery } }];
  if (stickinessSeconds === undefined) return [];
  const targetGroupStickinessConfig = { enabled: true, durationSeconds: stickinessSeconds };
  return [{ type: 'forward', forwardConfig: { targetGroupStickinessConfig } }];
}

function loginOf({ scope, sessionCookieName, sessionTimeoutSeconds, ...rest }: ListenerLogin): object {
  const { onUnauthenticatedRequest, extraParams } = rest;
  return {
    scope: scope ?? LOGIN.scope,
    sessionCookieName: sessionCookieName ?? LOGIN.sessionCookieName,
    sessionTimeout: sessionTimeoutSeconds ?? LOGIN.sessionTimeout,
    onUnauthenticatedRequest: onUnauthenticatedRequest ?? LOGIN.onUnauthenticatedRequest,
    ...defined({ authenticationRequestExtraParams: extraParams && { ...extraParams } }),
  };
}

function cognitoOf(login: CognitoLogin): object {
  const { userPoolArn, userPoolClientId, userPoolDomain } = login;
  return { userPoolArn, userPoolClientId, userPoolDomain, ...loginOf(login) };
}

function oidcOf(login: OidcLogin): object {
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, secret } = login;
  const name = typeof secret === 'string' ? secret : secret.name;
  return { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, secret: { name }, ...loginOf(login) };
}
