/**
 * What the definitions of Gateway API 1.6.1 take, so many of each. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
 */
export const ROUTE_LIMITS = {
  rules: 16,
  matchesOfRule: 64,
  matches: 128,
  hostnames: 16,
  backends: 16,
  headers: 16,
  queryParams: 16,
  pathLength: 1024,
  weight: 1_000_000,
} as const;

/** A Gateway has 1 to so many listeners. @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/config/crd/standard/gateway.networking.k8s.io_gateways.yaml */
export const LISTENERS = 64;

/** A TLSRoute names 1 to so many hosts. @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/config/crd/standard/gateway.networking.k8s.io_tlsroutes.yaml */
export const TLS_HOSTNAMES = 1024;

/** What redirects answer with. @see https://gateway-api.sigs.k8s.io/reference/spec/#httprequestredirectfilter */
export const REDIRECT_CODES = [301, 302, 303, 307, 308] as const;
/** Those of them that an ALB has. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions */
export const ALB_REDIRECT_CODES: readonly number[] = [301, 302];

/** Of Gateway API: up to four numbers of five digits, each with its unit. @see https://gateway-api.sigs.k8s.io/geps/gep-2257/ */
export const GATEWAY_DURATION = /^([0-9]{1,5}(h|m|s|ms)){1,4}$/;
