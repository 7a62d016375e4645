import type { AlbIngressProps } from 'cdk8s-eks';
import type { AlbAuth } from '../../../../src/knowledge/aws/alb-auth-settings';
import type { AlbFrontendHealthCheck, AlbFrontendNlb } from '../../../../src/knowledge/aws/alb-frontend-nlb-settings';
import type {
  AlbCreatedCertificate,
  AlbGroupMembership,
  AlbSettings,
} from '../../../../src/knowledge/aws/alb-settings';
import type { AlbHealthCheck } from '../../../../src/knowledge/aws/alb-target-group-settings';

/** A value of a property, and the text that it becomes in each annotation that carries it. */
export interface Sample<T> {
  readonly value: T;
  readonly texts: Readonly<Record<string, string>>;
  /** What else the Ingress needs. */
  readonly beside?: Partial<AlbIngressProps>;
  /** A value of the right type that the controller, or AWS, refuses. */
  readonly wrong?: T;
}

/** One for each property: a new one without a sample does not compile. */
export type SamplesOf<S> = { readonly [K in keyof Required<S>]: Sample<Required<S>[K]> };

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a';
const COOKIE = 'stickiness.lb_cookie.duration_seconds';

export const HEALTH: SamplesOf<AlbHealthCheck> = {
  path: { value: '/ready', texts: { 'healthcheck-path': '/ready' }, wrong: 'ready' },
  port: { value: 8081, texts: { 'healthcheck-port': '8081' }, wrong: 65_536 },
  protocol: { value: 'HTTPS', texts: { 'healthcheck-protocol': 'HTTPS' } },
  intervalSeconds: { value: 30, texts: { 'healthcheck-interval-seconds': '30' }, wrong: 301 },
  timeoutSeconds: { value: 2, texts: { 'healthcheck-timeout-seconds': '2' }, wrong: 1 },
  healthyThreshold: { value: 3, texts: { 'healthy-threshold-count': '3' }, wrong: 1 },
  unhealthyThreshold: { value: 4, texts: { 'unhealthy-threshold-count': '4' }, wrong: 11 },
  successCodes: { value: '200-399', texts: { 'success-codes': '200-399' }, wrong: '0-99' },
};

export const GROUP: SamplesOf<AlbGroupMembership> = {
  name: { value: 'shop.web', texts: { 'group.name': 'shop.web' }, wrong: 'Shop' },
  order: { value: -5, texts: { 'group.order': '-5' }, wrong: 1.5 },
};

export const SETTINGS: SamplesOf<
  Omit<AlbSettings, 'healthCheck' | 'group' | 'auth' | 'frontendNlb' | 'createdCertificate'>
> = {
  scheme: { value: 'internet-facing', texts: { scheme: 'internet-facing' } },
  tls: {
    value: true,
    beside: { certificateArns: [CERTIFICATE] },
    texts: {
      'certificate-arn': CERTIFICATE,
      'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'ssl-redirect': '443',
      'ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    },
  },
  certificateArns: { value: [CERTIFICATE], texts: { 'certificate-arn': CERTIFICATE }, wrong: ['0a'] },
  sslPolicy: {
    value: 'ELBSecurityPolicy-FS-2018-06',
    texts: { 'ssl-policy': 'ELBSecurityPolicy-FS-2018-06' },
    beside: { certificateArns: [CERTIFICATE] },
    wrong: 'ELBSecurityPolicy-TLS14',
  },
  listenPorts: {
    value: [{ protocol: 'HTTP', port: 8080 }],
    texts: { 'listen-ports': '[{"HTTP":8080}]' },
    wrong: [{ protocol: 'HTTP', port: 0 }],
  },
  sslRedirect: { value: true, texts: { 'ssl-redirect': '443' }, beside: { certificateArns: [CERTIFICATE] } },
  targetType: { value: 'instance', texts: { 'target-type': 'instance' } },
  backendProtocol: { value: 'HTTPS', texts: { 'backend-protocol': 'HTTPS' } },
  backendProtocolVersion: { value: 'GRPC', texts: { 'backend-protocol-version': 'GRPC' } },
  deregistrationDelaySeconds: {
    value: 10,
    texts: { 'target-group-attributes': 'deregistration_delay.timeout_seconds=10' },
    wrong: 3601,
  },
  slowStartSeconds: {
    value: 30,
    texts: { 'target-group-attributes': 'slow_start.duration_seconds=30' },
    wrong: 29,
  },
  stickinessSeconds: {
    value: 60,
    texts: { 'target-group-attributes': `stickiness.enabled=true,${COOKIE}=60,stickiness.type=lb_cookie` },
    wrong: 0,
  },
  targetGroupAttributes: {
    value: { 'stickiness.type': 'app_cookie' },
    texts: { 'target-group-attributes': 'stickiness.type=app_cookie' },
    wrong: { 'slow_start.duration_seconds': '29' },
  },
  inboundCidrs: {
    value: ['10.0.0.0/8', '2001:db8::/32'],
    texts: { 'inbound-cidrs': '10.0.0.0/8,2001:db8::/32' },
    wrong: ['10.0.0.1/8'],
  },
  securityGroups: { value: ['a', 'b'], texts: { 'security-groups': 'a,b' }, wrong: ['a,b'] },
  manageBackendSecurityGroupRules: {
    value: true,
    texts: { 'manage-backend-security-group-rules': 'true' },
    beside: { securityGroups: ['a'] },
  },
  subnets: { value: ['a', 'b'], texts: { subnets: 'a,b' }, wrong: ['a'] },
  ipAddressType: { value: 'dualstack', texts: { 'ip-address-type': 'dualstack' } },
  loadBalancerName: { value: 'web', texts: { 'load-balancer-name': 'web' }, wrong: 'internal-web' },
  loadBalancerAttributes: {
    value: { 'access_logs.s3.prefix': 'a,b' },
    texts: { 'load-balancer-attributes': 'access_logs.s3.prefix=a\\,b' },
    wrong: { 'idle_timeout.timeout_second': '60' },
  },
  tags: { value: { b: '1', a: '\\' }, texts: { tags: 'a=\\\\,b=1' }, wrong: { 'aws:a': '1' } },
  wafAclArn: { value: 'none', texts: { 'wafv2-acl-arn': 'none' }, wrong: 'web' },
  wafAclName: { value: 'web', texts: { 'wafv2-acl-name': 'web' } },
  wafClassicAclId: { value: 'none', texts: { 'waf-acl-id': 'none' } },
  shieldAdvancedProtection: { value: true, texts: { 'shield-advanced-protection': 'true' } },
  securityGroupPrefixLists: { value: ['pl-1'], texts: { 'security-group-prefix-lists': 'pl-1' }, wrong: ['a,b'] },
  minimumCapacityUnits: {
    value: 100,
    texts: { 'minimum-load-balancer-capacity': 'CapacityUnits=100' },
    wrong: 1.5,
  },
  ipamIpv4PoolId: { value: 'ipam-pool-0a', texts: { 'ipam-ipv4-pool-id': 'ipam-pool-0a' } },
  customerOwnedIpv4Pool: { value: 'ipv4pool-coip-0a', texts: { 'customer-owned-ipv4-pool': 'ipv4pool-coip-0a' } },
  targetNodeLabels: { value: { pool: 'web' }, texts: { 'target-node-labels': 'pool=web' }, wrong: { 'a=b': 'c' } },
  multiClusterTargetGroup: { value: true, texts: { 'multi-cluster-target-group': 'true' } },
  mutualAuthentication: {
    value: [{ port: 443, mode: 'verify', trustStore: 'clients' }],
    texts: { 'mutual-authentication': '[{"port":443,"mode":"verify","trustStore":"clients"}]' },
    beside: { certificateArns: [CERTIFICATE] },
    wrong: [{ port: 443, mode: 'passthrough', trustStore: 'clients' }],
  },
  listenerAttributes: {
    value: { 'HTTPS-443': { 'routing.http.response.server.enabled': 'false' } },
    texts: { 'listener-attributes.HTTPS-443': 'routing.http.response.server.enabled=false' },
    wrong: { 'HTTPS-443': { 'routing.http.response.server.enable': 'false' } },
  },
  jwtValidation: {
    value: { jwksEndpoint: 'https://id.example.com/keys', issuer: 'https://id.example.com' },
    texts: { 'jwt-validation': '{"jwksEndpoint":"https://id.example.com/keys","issuer":"https://id.example.com"}' },
    beside: { certificateArns: [CERTIFICATE] },
    wrong: { jwksEndpoint: 'http://id.example.com/keys', issuer: 'https://id.example.com' },
  },
  useRegexPathMatch: { value: false, texts: { 'use-regex-path-match': 'false' } },
  targetControlPorts: {
    value: { 'web.80': 3000 },
    texts: { 'target-control-port.web.80': '3000' },
    wrong: { 'web.80': 0 },
  },
  annotations: { value: { 'auth-scope': 'openid' }, texts: { 'auth-scope': 'openid' }, wrong: { 'auth-type': 'saml' } },
};

const OIDC = {
  issuer: 'https://id.example.com',
  authorizationEndpoint: 'https://id.example.com/a',
  tokenEndpoint: 'https://id.example.com/t',
  userInfoEndpoint: 'https://id.example.com/u',
  secretName: 'idp',
};
const COGNITO = {
  userPoolARN: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
  userPoolClientID: 'a1',
  userPoolDomain: 'shop',
};
const SERVED = { certificateArns: [CERTIFICATE] };

/** A login that annotations ask for. */
const LOGIN = { ...SERVED, annotations: { 'auth-type': 'oidc', 'auth-idp-oidc': JSON.stringify(OIDC) } };

export const AUTH: SamplesOf<AlbAuth> = {
  type: { value: 'none', texts: { 'auth-type': 'none' } },
  oidc: {
    value: OIDC,
    texts: { 'auth-type': 'oidc', 'auth-idp-oidc': JSON.stringify(OIDC) },
    beside: SERVED,
    wrong: { ...OIDC, issuer: 'id.example.com' },
  },
  cognito: {
    value: COGNITO,
    texts: { 'auth-type': 'cognito', 'auth-idp-cognito': JSON.stringify(COGNITO) },
    beside: SERVED,
    wrong: { ...COGNITO, userPoolDomain: 'https://shop' },
  },
  onUnauthenticatedRequest: { value: 'deny', texts: { 'auth-on-unauthenticated-request': 'deny' }, beside: LOGIN },
  scope: { value: 'openid email', texts: { 'auth-scope': 'openid email' }, wrong: '', beside: LOGIN },
  sessionCookie: { value: 'shop', texts: { 'auth-session-cookie': 'shop' }, wrong: 'a b', beside: LOGIN },
  sessionTimeoutSeconds: { value: 3600, texts: { 'auth-session-timeout': '3600' }, wrong: 0, beside: LOGIN },
};

export const CREATED: SamplesOf<AlbCreatedCertificate> = {
  create: { value: true, texts: { 'create-acm-cert': 'true' }, beside: { host: 'shop' } },
  authorityArn: {
    value: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a',
    texts: { 'acm-pca-arn': 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a' },
    beside: { host: 'shop' },
    wrong: 'root',
  },
};

export const FRONTEND: SamplesOf<Omit<AlbFrontendNlb, 'healthCheck'>> = {
  enabled: { value: true, texts: { 'enable-frontend-nlb': 'true' } },
  scheme: { value: 'internet-facing', texts: { 'frontend-nlb-scheme': 'internet-facing' } },
  subnets: { value: ['a'], texts: { 'frontend-nlb-subnets': 'a' }, wrong: ['a,b'] },
  securityGroups: { value: ['a'], texts: { 'frontend-nlb-security-groups': 'a' }, wrong: ['a,b'] },
  listenerPortMapping: {
    value: { '80': '443' },
    texts: { 'frontend-nlb-listener-port-mapping': '80=443' },
    wrong: { '80': '0' },
  },
  tags: { value: { a: '1' }, texts: { 'frontend-nlb-tags': 'a=1' }, wrong: { 'aws:a': '1' } },
  eipAllocations: {
    value: ['eipalloc-0a', 'eipalloc-0b'],
    texts: { 'frontend-nlb-eip-allocations': 'eipalloc-0a,eipalloc-0b' },
    wrong: ['203.0.113.1'],
  },
  attributes: {
    value: { 'deletion_protection.enabled': 'true' },
    texts: { 'frontend-nlb-attributes': 'deletion_protection.enabled=true' },
    wrong: { 'deletion_protection.enabled': 'yes' },
  },
};

export const FRONTEND_HEALTH: SamplesOf<AlbFrontendHealthCheck> = {
  path: { value: '/ready', texts: { 'frontend-nlb-healthcheck-path': '/ready' }, wrong: 'ready' },
  port: { value: 80, texts: { 'frontend-nlb-healthcheck-port': '80' }, wrong: 65_536 },
  protocol: { value: 'HTTPS', texts: { 'frontend-nlb-healthcheck-protocol': 'HTTPS' } },
  intervalSeconds: { value: 30, texts: { 'frontend-nlb-healthcheck-interval-seconds': '30' }, wrong: 4 },
  timeoutSeconds: { value: 2, texts: { 'frontend-nlb-healthcheck-timeout-seconds': '2' }, wrong: 1 },
  healthyThreshold: { value: 3, texts: { 'frontend-nlb-healthcheck-healthy-threshold-count': '3' }, wrong: 1 },
  unhealthyThreshold: { value: 4, texts: { 'frontend-nlb-healthcheck-unhealthy-threshold-count': '4' }, wrong: 11 },
  successCodes: { value: '200-399', texts: { 'frontend-nlb-healthcheck-success-codes': '200-399' }, wrong: '100' },
};
