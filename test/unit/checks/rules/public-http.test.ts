import { check } from '../../../../src/checks/engine/check';
import { requireCertificate } from '../../../../src/checks/rules/eks/require-certificate';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const namespace = 'shop';
const PUBLIC = { scheme: 'internet-facing' };
const CERTIFIED = { 'certificate-arn': 'arn:aws:acm:eu-west-1:111122223333:certificate/0a' };
const BOTH = { 'listen-ports': '[{"HTTP":80},{"HTTPS":443}]' };

function said(...objects: readonly JsonObject[]): readonly string[] {
  const environment = eksEnvironment({ tier: 'production' });
  const rendered = objects.map((value) => renderedObject(value, { environment: environment.name, app: 'shop' }));
  const input = {
    environment,
    objects: rendered,
    schemas: schemasOf(),
    appOwners: new Map(),
    environments: [environment],
  };
  return check(input, [requireCertificate]).findings.map(({ severity, message }) => `${severity} ${message}`);
}

function ingress(settings: JsonObject, { name = 'web', more = {}, spec = {} } = {}): JsonObject {
  const alb = Object.entries(settings).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]);
  const annotations = { ...Object.fromEntries(alb), ...more };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name, namespace, annotations }, spec };
}

describe('1.8 plain HTTP to the internet', () => {
  it('1.8 is served where a certificate stands beside listen-ports without HTTPS', () => {
    expect(said(ingress({ ...PUBLIC, ...CERTIFIED, 'listen-ports': '[{"HTTP":80}]' }))).toEqual([
      'error Ingress shop/web: the internet reaches it over plain HTTP: it has a certificate, and its listen-ports name no HTTPS port.',
    ]);
    expect(said(ingress({ ...PUBLIC, ...CERTIFIED }), ingress({ ...PUBLIC, ...BOTH }, { name: 'b' }))).toEqual([]);
  });

  it('1.8 is served by the default class, and not by one in the annotation', () => {
    const parameters = { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: 'open' };
    const classes = [
      { apiVersion: 'elbv2.k8s.aws/v1beta1', kind: 'IngressClassParams', metadata: { name: 'open' }, spec: PUBLIC },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'IngressClass',
        metadata: { name: 'alb', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
        spec: { controller: 'ingress.k8s.aws/alb', parameters },
      },
    ];
    expect(said(...classes, ingress({}))).toEqual([
      'error Ingress shop/web: the internet reaches it over plain HTTP: it has no certificate, so the load balancer has no HTTPS listener.',
    ]);
    // The controller reads no parameters then.
    const annotated = { more: { 'kubernetes.io/ingress.class': 'alb' } };
    expect(said(...classes, ingress({}, annotated))).toEqual([]);
    expect(said(...classes, ingress(PUBLIC, annotated))).toHaveLength(1);
  });

  it('1.8 is judged by all Ingresses of a group', () => {
    const group = { 'group.name': 'shop' };
    const secure = (more: JsonObject) =>
      ingress({ ...group, ...PUBLIC, ...CERTIFIED, ...BOTH, ...more }, { name: 'tls' });
    expect(said(secure({}), ingress(group))).toEqual([
      'error Ingress shop/web: the internet reaches it over plain HTTP: it has no certificate, so it has in group "shop" no HTTPS listener.',
    ]);
    expect(said(secure({ 'ssl-redirect': '443' }), ingress({ ...group, ...PUBLIC }))).toEqual([
      'warning Ingress shop/web: no request reaches it: it listens on HTTP alone, and the ssl-redirect of Ingress shop/tls takes the rules of every HTTP listener of group "shop" away.',
    ]);
    expect(said(secure({ 'ssl-redirect': '443' }), ingress({ ...group, ...BOTH }))).toEqual([]);
    expect(said(ingress({ ...group, ...PUBLIC, 'ssl-redirect': '443' }))).toHaveLength(1);
  });

  const service = (ports: readonly JsonObject[], annotations: JsonObject = {}, spec: JsonObject = {}): JsonObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'web',
      namespace,
      annotations: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing', ...annotations },
    },
    spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb', ports, ...spec },
  });

  it('1.8 is a warning at a Network Load Balancer’s port that says so', () => {
    const finding =
      'warning Service shop/web: the internet reaches port 80 over plain HTTP: the load balancer has no certificate, and no other port speaks TLS.';
    for (const port of [
      { port: 80 },
      { port: 80, name: 'http' },
      { port: 80, name: 'web', appProtocol: 'kubernetes.io/ws' },
    ])
      expect(said(service([port]))).toEqual([finding]);
  });

  it.each([
    ['TCP', service([{ port: 5432, name: 'postgres' }])],
    ['another protocol at port 80', service([{ port: 80, name: 'mqtt' }])],
    [
      'HTTP beside HTTPS',
      service([
        { port: 80, name: 'http' },
        { port: 443, name: 'secure' },
      ]),
    ],
    [
      'HTTP behind a certificate',
      service([{ port: 80 }], { 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': 'arn' }),
    ],
    ['HTTP for some', service([{ port: 80 }], {}, { loadBalancerSourceRanges: ['10.0.0.0/8'] })],
    ['HTTP inside', service([{ port: 80 }], { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' })],
  ])('1.8 is not seen in %s of a Network Load Balancer', (_what, object) => expect(said(object)).toEqual([]));

  const configuration = (name: string, spec: JsonObject): JsonObject => ({
    apiVersion: 'gateway.k8s.aws/v1',
    kind: 'LoadBalancerConfiguration',
    metadata: { name, namespace },
    spec,
  });
  const parametersRef = (name: string) => ({ group: 'gateway.k8s.aws', kind: 'LoadBalancerConfiguration', name });
  const gatewayClass = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'alb' },
    spec: { controllerName: 'gateway.k8s.aws/alb', parametersRef: { ...parametersRef('of-class'), namespace } },
  };
  const gateway = (protocols: readonly string[], infrastructure: JsonObject = {}): JsonObject => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'web', namespace },
    spec: {
      gatewayClassName: 'alb',
      infrastructure,
      listeners: protocols.map((protocol, index) => ({ name: `l${index}`, protocol, port: 80 + index })),
    },
  });

  it('1.8 is served by a Gateway whose listeners all speak it', () => {
    const own = { parametersRef: parametersRef('own') };
    const open = configuration('own', PUBLIC);
    const finding =
      'error Gateway shop/web: the internet reaches it over plain HTTP: none of its listeners speaks HTTPS.';
    expect(said(gateway(['HTTP'], own), open)).toEqual([finding]);
    expect(said(gateway(['HTTP']), gatewayClass, configuration('of-class', PUBLIC))).toEqual([finding]);
    expect(said(gateway(['HTTP', 'HTTPS'], own), open)).toEqual([]);
    expect(said(gateway(['HTTP'], own), configuration('own', {}))).toEqual([]);
    const inner = { scheme: 'internal' };
    expect(said(gateway(['HTTP'], own), open, gatewayClass, configuration('of-class', inner))).toEqual([]);
    const yielding = configuration('of-class', { ...inner, mergingMode: 'prefer-gateway' });
    expect(said(gateway(['HTTP'], own), open, gatewayClass, yielding)).toEqual([finding]);
  });
});
