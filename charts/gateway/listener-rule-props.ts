import type { AlbFixedResponse } from '../alb/alb-actions';
import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';

/** What both kinds of login have. */
export interface ListenerLogin {
  /** What is asked of the provider, separated by spaces. `@default` openid (the server) */
  readonly scope?: string;
  /** Name of the cookie. `@default` AWSELBAuthSessionCookie (the server) */
  readonly sessionCookieName?: string;
  /** Seconds that a login holds, 1–604800. `@default` 604800 (the server) */
  readonly sessionTimeoutSeconds?: number;
  /** What becomes of requests without a login. `@default` authenticate (the server) */
  readonly onUnauthenticatedRequest?: 'deny' | 'allow' | 'authenticate';
  /** At most 10 parameters for the provider. `@default` - none */
  readonly extraParams?: Readonly<Record<string, string>>;
}

/** A login by Cognito. */
export interface CognitoLogin extends ListenerLogin {
  /** ARN of the user pool. */
  readonly userPoolArn: string;
  /** Id of the client in the pool. */
  readonly userPoolClientId: string;
  /** Prefix or full name of the pool’s domain. */
  readonly userPoolDomain: string;
}

/** A login by a provider of OpenID Connect. */
export interface OidcLogin extends ListenerLogin {
  /** Address of the provider, with https. */
  readonly issuer: string;
  /** Where users log in. */
  readonly authorizationEndpoint: string;
  /** Where the load balancer gets tokens. */
  readonly tokenEndpoint: string;
  /** Where the load balancer asks who it is. */
  readonly userInfoEndpoint: string;
  /** A Secret of the route’s namespace with the keys clientID and clientSecret; without it the rule is never used. */
  readonly secret: string | { readonly name: string };
}

/** A claim that a token has to have. */
export interface JwtClaim {
  /** Name of the claim. */
  readonly name: string;
  /** How the token has its values. */
  readonly format: 'single-string' | 'string-array' | 'space-separated-values';
  /** One to ten values of at most 256 characters. */
  readonly values: readonly string[];
}

/** Tokens that are checked by the keys of their issuer. */
export interface JwtValidation {
  /** Who issues the tokens; at most 256 characters. */
  readonly issuer: string;
  /** Where the keys are; at most 256 characters. */
  readonly jwksEndpoint: string;
  /** Further claims. `@default` - none */
  readonly claims?: readonly JwtClaim[];
}

export interface ListenerRuleConfigurationProps extends ObjectProps {
  /** A login by Cognito; on HTTPS only. Of the three ways in, give one at most. `@default` - none */
  readonly cognito?: CognitoLogin;
  /** A login by OpenID Connect; on HTTPS only. `@default` - none */
  readonly oidc?: OidcLogin;
  /** Tokens that are checked; on HTTPS only. `@default` - none */
  readonly jwt?: JwtValidation;
  /** An answer that the load balancer gives itself; the rule then has no backends. Give this, `stickinessSeconds` or `redirectQuery`. `@default` - none */
  readonly fixedResponse?: AlbFixedResponse;
  /** Seconds a client stays with one of several backends, 1–604800. `@default` - each request may reach another */
  readonly stickinessSeconds?: number;
  /** The query that the rule’s redirect leads to. `@default` #{query}: the request’s (the server) */
  readonly redirectQuery?: string;
  /** CIDR blocks of clients; others do not fit the rule. `@default` - all */
  readonly sourceIps?: readonly string[];
  /** Tags of the rule. `@default` - none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly listenerRuleConfiguration?: Patch };
}
