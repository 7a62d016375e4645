import { jsonValue, listOf, objectOf, oneOfTexts, optional, required, textMap, textOf } from './json-shape';

/**
 * Where users log in: an OpenID Connect provider. Fields as the controller spells them.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#authentication
 */
export interface AlbOidc {
  /** The provider's identifier, an address with https. */
  readonly issuer: string;
  /** Where the load balancer sends users to log in, with https. */
  readonly authorizationEndpoint: string;
  /** Where it exchanges the code for tokens, with https. */
  readonly tokenEndpoint: string;
  /** Where it asks who a user is, with https. */
  readonly userInfoEndpoint: string;
  /**
   * Secret in the Ingress's namespace with the keys `clientID` and `clientSecret`. The controller needs the right to
   * read it: a Role for its ServiceAccount.
   */
  readonly secretName: string;
  /** Further parameters of the request to the authorization endpoint, at most 10. `@default` - none */
  readonly authenticationRequestExtraParams?: Readonly<Record<string, string>>;
}

/** Where users log in: a user pool of Cognito. Fields as the controller spells them. */
export interface AlbCognito {
  /** ARN of the user pool. */
  readonly userPoolARN: string;
  /** Id of its app client, which needs a secret and the callback `https://<host>/oauth2/idpresponse`. */
  readonly userPoolClientID: string;
  /** The prefix of its domain at Cognito, or a domain of your own. */
  readonly userPoolDomain: string;
  /** Further parameters of the request to the authorization endpoint, at most 10. `@default` - none */
  readonly authenticationRequestExtraParams?: Readonly<Record<string, string>>;
}

/** A claim that a token has to carry. */
export interface AlbJwtClaim {
  /** How the token writes the claim. */
  readonly format: 'single-string' | 'string-array' | 'space-separated-values';
  /** Name of the claim. */
  readonly name: string;
  /** Values of which the claim has one. */
  readonly values: readonly string[];
}

/**
 * Which JSON Web Tokens requests have to carry.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#jwt-validation
 */
export interface AlbJwtValidation {
  /** Where the keys of the issuer are, with https. */
  readonly jwksEndpoint: string;
  /** The issuer that tokens name. */
  readonly issuer: string;
  /** Further claims, at most 10. `@default` - none */
  readonly additionalClaims?: readonly AlbJwtClaim[];
}

const HTTPS = textOf(/^https:\/\/\S+$/, 'an address that begins with https://');
const PARAMETERS = 10;

export const ALB_OIDC = jsonValue<AlbOidc>(
  'a provider with issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint and secretName',
  objectOf({
    issuer: required(HTTPS),
    authorizationEndpoint: required(HTTPS),
    tokenEndpoint: required(HTTPS),
    userInfoEndpoint: required(HTTPS),
    secretName: required(textOf(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'the name of a Secret')),
    authenticationRequestExtraParams: optional(textMap(PARAMETERS)),
  }),
);

export const ALB_COGNITO = jsonValue<AlbCognito>(
  'a user pool with userPoolARN, userPoolClientID and userPoolDomain',
  objectOf({
    userPoolARN: required(textOf(/^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+$/, 'the ARN of a user pool')),
    userPoolClientID: required(textOf(/^\w+$/, 'the id of an app client')),
    userPoolDomain: required(textOf(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'a domain without https:// and path')),
    authenticationRequestExtraParams: optional(textMap(PARAMETERS)),
  }),
);

export const ALB_JWT = jsonValue<AlbJwtValidation>(
  'tokens with jwksEndpoint and issuer',
  objectOf({
    jwksEndpoint: required(HTTPS),
    issuer: required(textOf()),
    additionalClaims: optional(
      listOf(
        objectOf({
          format: required(oneOfTexts('single-string', 'string-array', 'space-separated-values')),
          name: required(textOf()),
          values: required(listOf(textOf())),
        }),
        0,
        10,
      ),
    ),
  }),
);
