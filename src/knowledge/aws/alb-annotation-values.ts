import { type AnnotationValue, ARNS, BOOLEAN, CODES, choice, MAP, number, pattern, SCHEME } from './annotation-values';

const PROTOCOL = choice('HTTP', 'HTTPS');

/**
 * What the values of the controller's annotations look like, by key without prefix; other keys take any text.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 */
const VALUES: Readonly<Record<string, AnnotationValue>> = {
  scheme: SCHEME,
  'frontend-nlb-scheme': SCHEME,
  'target-type': choice('instance', 'ip'),
  'ip-address-type': choice('ipv4', 'dualstack', 'dualstack-without-public-ipv4'),
  'backend-protocol': PROTOCOL,
  'backend-protocol-version': choice('HTTP1', 'HTTP2', 'GRPC'),
  'healthcheck-protocol': PROTOCOL,
  'auth-type': choice('none', 'oidc', 'cognito'),
  'auth-on-unauthenticated-request': choice('authenticate', 'allow', 'deny'),
  'manage-backend-security-group-rules': BOOLEAN,
  'enable-frontend-nlb': BOOLEAN,
  'listen-ports': { kind: 'listeners' },
  'ssl-redirect': number(1, 65_535),
  'inbound-cidrs': { kind: 'cidrs' },
  'certificate-arn': ARNS,
  'success-codes': CODES,
  'group.name': pattern(
    /^(?=.{1,63}$)([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/,
    'lower-case letters, digits, inner hyphens and dots, at most 63',
  ),
  'group.order': number(-1000, 1000),
  'load-balancer-name': pattern(
    /^(?!internal-)(?=.{1,32}$)[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/,
    'letters, digits and inner hyphens, at most 32, not beginning with internal-',
  ),
  'healthcheck-interval-seconds': number(5, 300),
  'healthcheck-timeout-seconds': number(2, 120),
  'healthy-threshold-count': number(2, 10),
  'unhealthy-threshold-count': number(2, 10),
  tags: MAP,
  'load-balancer-attributes': MAP,
  'target-group-attributes': MAP,
};

export function albValueOf(key: string): AnnotationValue | undefined {
  if (/^((actions|conditions)\.|auth-idp-(cognito|oidc)$)/.test(key)) return { kind: 'json' };
  return Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
}
