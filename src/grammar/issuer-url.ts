/**
 * The issuer of an OpenID Connect provider, as EKS takes it.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_OidcIdentityProviderConfigRequest.html
 */
export const ISSUER_URL = /^https:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?(\/[^\s?#]*)?$/;
