import { AlbIngress, type AlbIngressProps } from 'cdk8s-eks';
import { ALB_PREFIX } from '../../../../src/knowledge/aws/alb-annotations';
import {
  ALB_SETTINGS,
  type AlbGroup,
  type AlbHealthCheck,
  type AlbSettings,
} from '../../../../src/knowledge/aws/alb-settings';
import { settingEntries } from '../../../../src/knowledge/aws/setting-row';
import { mapAt } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

/** A value of a property, and the text that it becomes in each annotation that carries it. */
interface Sample<T> {
  readonly value: T;
  readonly texts: Readonly<Record<string, string>>;
  /** What else the Ingress needs. */
  readonly beside?: Partial<AlbIngressProps>;
  /** A value of the right type that the controller, or AWS, refuses. */
  readonly wrong?: T;
}

/** One for each property: a new one without a sample does not compile. */
type SamplesOf<S> = { readonly [K in keyof Required<S>]: Sample<Required<S>[K]> };

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a';
const COOKIE = 'stickiness.lb_cookie.duration_seconds';

const HEALTH: SamplesOf<AlbHealthCheck> = {
  path: { value: '/ready', texts: { 'healthcheck-path': '/ready' }, wrong: 'ready' },
  port: { value: 8081, texts: { 'healthcheck-port': '8081' }, wrong: 65_536 },
  protocol: { value: 'HTTPS', texts: { 'healthcheck-protocol': 'HTTPS' } },
  intervalSeconds: { value: 30, texts: { 'healthcheck-interval-seconds': '30' }, wrong: 301 },
  timeoutSeconds: { value: 2, texts: { 'healthcheck-timeout-seconds': '2' }, wrong: 1 },
  healthyThreshold: { value: 3, texts: { 'healthy-threshold-count': '3' }, wrong: 1 },
  unhealthyThreshold: { value: 4, texts: { 'unhealthy-threshold-count': '4' }, wrong: 11 },
  successCodes: { value: '200-399', texts: { 'success-codes': '200-399' }, wrong: '0-99' },
};

const GROUP: SamplesOf<AlbGroup> = {
  name: { value: 'shop.web', texts: { 'group.name': 'shop.web' }, wrong: 'Shop' },
  order: { value: -5, texts: { 'group.order': '-5' }, wrong: 1.5 },
};

const SETTINGS: SamplesOf<Omit<AlbSettings, 'healthCheck' | 'group'>> = {
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
    wrong: { 'a=b': 'c' },
  },
  tags: { value: { b: '1', a: '\\' }, texts: { tags: 'a=\\\\,b=1' }, wrong: { 'aws:a': '1' } },
  wafAclArn: { value: 'none', texts: { 'wafv2-acl-arn': 'none' }, wrong: 'web' },
  annotations: { value: { 'auth-scope': 'openid' }, texts: { 'auth-scope': 'openid' }, wrong: { 'auth-type': 'saml' } },
};

type Case = readonly [property: string, sample: Sample<unknown>, propsOf: (value: unknown) => object];

function casesOf(samples: Readonly<Record<string, Sample<unknown>>>, inner?: 'healthCheck' | 'group'): readonly Case[] {
  return Object.entries(samples).map(([name, sample]): Case => {
    if (inner === undefined) return [name, sample, (value) => ({ [name]: value })];
    const rest = inner === 'group' && name !== 'name' ? { name: 'shop' } : {};
    return [`${inner}.${name}`, sample, (value) => ({ [inner]: { ...rest, [name]: value } })];
  });
}

const CASES: readonly Case[] = [...casesOf(SETTINGS), ...casesOf(HEALTH, 'healthCheck'), ...casesOf(GROUP, 'group')];

function annotationsOf(props: object): unknown {
  const required = { scheme: 'internal', backend: { service: 'web', port: 80 } } as const;
  const objects = render((scope) => new AlbIngress(scope, 'web', { ...required, ...props }));
  return mapAt(objects['Ingress web'], 'metadata', 'annotations');
}

describe('the properties of AlbIngress', () => {
  it.each(CASES)('%s stands in the annotations that its row names', (property, { value, texts, beside }, propsOf) => {
    const prefixed = Object.entries(texts).map(([key, text]) => [`${ALB_PREFIX}${key}`, text]);
    expect(annotationsOf({ ...beside, ...propsOf(value) })).toMatchObject(Object.fromEntries(prefixed));
    const rows = settingEntries(ALB_SETTINGS).filter((entry) => entry.property === property);
    if (property !== 'annotations')
      expect(Object.keys(texts).sort()).toEqual(rows.map((row) => row.annotation.key).sort());
  });

  it.each(CASES.filter(([, { wrong }]) => wrong !== undefined))(
    '%s refuses what the controller would',
    (_property, { wrong, beside }, propsOf) => {
      expect(messageOf(() => annotationsOf({ ...beside, ...propsOf(wrong) }))).toContain('test › shop › shop/web: ');
    },
  );
});
