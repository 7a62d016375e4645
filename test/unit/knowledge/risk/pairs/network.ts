import { annotation, type RiskPair, spec, whole } from './pair';

const port = (fields: object) => ({ ports: [{ name: 'http', port: 80, ...fields }] });
const ranges = (...loadBalancerSourceRanges: string[]) => ({ loadBalancerSourceRanges });
const from = (...peers: object[]) => ({ policyTypes: ['Ingress'], ingress: [{ from: peers as never }] });
const pod = (app: string) => ({ podSelector: { matchLabels: { app } } });
const route = (host: string, name: string) => ({
  rules: [
    {
      host,
      http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: 80 } } } }] },
    },
  ],
});
const weights = (weight: number) => ({ rules: [{ backendRefs: [{ name: 'web', port: 80, weight }] }] });
const HTTP_ROUTE = 'gateway.networking.k8s.io/HTTPRoute';
const GATEWAY = 'gateway.networking.k8s.io/Gateway';

export const NETWORK_PAIRS: readonly RiskPair[] = [
  spec('service-selector', 'unavailable', 'Service', { selector: { app: 'a' } }, { selector: { app: 'b' } }),
  spec('service-ports', 'traffic', 'Service', port({}), port({ port: 81 })),
  spec('service-target-port', 'traffic', 'Service', port({ targetPort: 80 }), port({ targetPort: 81 })),
  spec('service-node-port', 'unavailable', 'Service', port({ nodePort: 30000 }), port({ nodePort: 30001 })),
  spec('load-balancer-gone', 'address', 'Service', { type: 'LoadBalancer' }, { type: 'ClusterIP' }),
  spec('service-opened', 'widened', 'Service', { type: 'ClusterIP' }, { type: 'LoadBalancer' }),
  spec('external-name', 'unavailable', 'Service', { type: 'ClusterIP' }, { type: 'ExternalName' }),
  spec('service-closed', 'unavailable', 'Service', { type: 'NodePort' }, { type: 'ClusterIP' }),
  spec('external-host', 'traffic', 'Service', { externalName: 'a.example.com' }, { externalName: 'b.example.com' }),
  spec('source-ranges-wider', 'widened', 'Service', ranges('10.0.0.0/8'), ranges('10.0.0.0/8', '0.0.0.0/0')),
  spec('source-ranges-narrower', 'traffic', 'Service', ranges('10.0.0.0/8', '192.0.2.0/24'), ranges('10.0.0.0/8')),
  spec('traffic-policy', 'traffic', 'Service', {}, { externalTrafficPolicy: 'Local' }),
  spec('session-affinity', 'traffic', 'Service', {}, { sessionAffinity: 'ClientIP' }),
  spec('publish-not-ready', 'unavailable', 'Service', {}, { publishNotReadyAddresses: true }),
  whole('service-removed', 'unavailable', 'removed', 'Service', { spec: { type: 'ClusterIP' } }),
  whole('service-renamed', 'unavailable', 'renamed', 'Service', { spec: { type: 'ClusterIP' } }),
  whole('balanced-service-renamed', 'load-balancer', 'renamed', 'Service', { spec: { type: 'LoadBalancer' } }),
  whole('service-added-balanced', 'cost', 'added', 'Service', { spec: { type: 'LoadBalancer' } }),
  spec('policy-wider', 'widened', 'NetworkPolicy', from(pod('a')), from(pod('a'), pod('b'))),
  spec('policy-narrower', 'traffic', 'NetworkPolicy', from(pod('a'), pod('b')), from(pod('a'))),
  spec('policy-pods', 'widened', 'NetworkPolicy', pod('a'), pod('b')),
  whole('policy-removed', 'widened', 'removed', 'NetworkPolicy'),
  whole('policy-added', 'traffic', 'added', 'NetworkPolicy'),
  spec('ingress-class', 'load-balancer', 'Ingress', { ingressClassName: 'alb' }, { ingressClassName: 'nginx' }),
  spec('ingress-backend', 'targets', 'Ingress', route('a.example.com', 'web'), route('a.example.com', 'shop')),
  spec('ingress-rules', 'traffic', 'Ingress', route('a.example.com', 'web'), route('b.example.com', 'web')),
  whole('ingress-renamed', 'load-balancer', 'renamed', 'Ingress'),
  whole('ingress-removed', 'traffic', 'removed', 'Ingress'),
  whole('ingress-added', 'cost', 'added', 'Ingress'),
  spec('route-backend', 'traffic', HTTP_ROUTE, weights(90), weights(80)),
  spec('route-parent', 'unavailable', HTTP_ROUTE, { parentRefs: [{ name: 'a' }] }, { parentRefs: [{ name: 'b' }] }),
  spec('route-rules', 'traffic', HTTP_ROUTE, { hostnames: ['a.example.com'] }, { hostnames: ['b.example.com'] }),
  spec(
    'gateway-listeners',
    'traffic',
    GATEWAY,
    { listeners: [{ name: 'a', port: 80 }] },
    { listeners: [{ name: 'a', port: 81 }] },
  ),
  whole('route-removed', 'unavailable', 'removed', HTTP_ROUTE),
  whole('gateway-renamed', 'load-balancer', 'renamed', GATEWAY),
];

const alb = (row: string, risk: RiskPair['risk'], key: string, was?: string, now?: string) =>
  annotation(row, risk, 'Ingress', `alb.ingress.kubernetes.io/${key}`, [was, now]);
const nlb = (row: string, risk: RiskPair['risk'], key: string, was?: string, now?: string) =>
  annotation(row, risk, 'Service', `service.beta.kubernetes.io/aws-load-balancer-${key}`, [was, now]);

export const LOAD_BALANCER_PAIRS: readonly RiskPair[] = [
  alb('scheme', 'load-balancer', 'scheme', 'internet-facing', 'internal'),
  nlb('scheme', 'load-balancer', 'scheme', 'internal', 'internet-facing'),
  spec(
    'scheme',
    'load-balancer',
    'elbv2.k8s.aws/IngressClassParams',
    { scheme: 'internal' },
    { scheme: 'internet-facing' },
  ),
  alb('scheme-public', 'widened', 'scheme', 'internal', 'internet-facing'),
  alb('group', 'load-balancer', 'group.name', 'a', 'b'),
  nlb('load-balancer-kind', 'load-balancer', 'type', 'nlb-ip', 'external'),
  alb('target-type', 'targets', 'target-type', 'instance', 'ip'),
  nlb('target-type', 'targets', 'nlb-target-type', 'instance', 'ip'),
  alb('backend-protocol', 'targets', 'backend-protocol', 'HTTP', 'HTTPS'),
  nlb('backend-protocol', 'targets', 'backend-protocol', 'tcp', 'ssl'),
  alb('not-compared', 'later', 'load-balancer-name', 'a', 'b'),
  nlb('not-compared', 'later', 'eip-allocations', 'eipalloc-1', 'eipalloc-2'),
  alb('inbound-wider', 'widened', 'inbound-cidrs', '10.0.0.0/8', '10.0.0.0/8, 0.0.0.0/0'),
  alb('inbound-narrower', 'traffic', 'inbound-cidrs', '10.0.0.0/8, 192.0.2.0/24', '10.0.0.0/8'),
  alb('security-groups', 'widened', 'security-groups', undefined, 'sg-0123456789abcdef0'),
  alb('listen-ports', 'unavailable', 'listen-ports', '[{"HTTP":80}]', '[{"HTTPS":443}]'),
  alb('certificate', 'unavailable', 'certificate-arn', 'arn:a', 'arn:b'),
  nlb('certificate', 'unavailable', 'ssl-cert', 'arn:a', 'arn:b'),
  alb('tls-policy', 'unavailable', 'ssl-policy', 'ELBSecurityPolicy-2016-08', 'ELBSecurityPolicy-TLS13-1-2-2021-06'),
  alb('ssl-redirect', 'unavailable', 'ssl-redirect', undefined, '443'),
  alb('ssl-redirect-gone', 'widened', 'ssl-redirect', '443'),
  alb('login-gone', 'widened', 'auth-type', 'oidc', 'none'),
  alb('login-optional', 'widened', 'auth-on-unauthenticated-request', 'authenticate', 'allow'),
  alb('firewall-off', 'widened', 'wafv2-acl-arn', 'arn:a', 'none'),
  alb('firewall-kept', 'later', 'wafv2-acl-arn', 'arn:a'),
  alb('subnets', 'unavailable', 'subnets', 'subnet-1,subnet-2', 'subnet-1'),
  alb('dualstack', 'widened', 'ip-address-type', 'ipv4', 'dualstack'),
  alb('group-order', 'traffic', 'group.order', '1', '2'),
  alb('health-check', 'traffic', 'healthcheck-path', '/a', '/b'),
  alb(
    'attributes',
    'traffic',
    'target-group-attributes',
    'deregistration_delay.timeout_seconds=30',
    'deregistration_delay.timeout_seconds=60',
  ),
  alb('attributes-kept', 'later', 'target-group-attributes', 'deregistration_delay.timeout_seconds=30'),
  alb('load-balancer-tags', 'harmless', 'tags', 'a=1', 'a=2'),
  alb('alb-annotation', 'traffic', 'actions.web', '{}', '{"type":"forward"}'),
  nlb('nlb-annotation', 'traffic', 'proxy-protocol', undefined, '*'),
  spec(
    'class-parameters',
    'traffic',
    'elbv2.k8s.aws/IngressClassParams',
    { tags: [{ key: 'a', value: '1' }] },
    { tags: [{ key: 'a', value: '2' }] },
  ),
  alb(
    'deletion-protection',
    'address',
    'load-balancer-attributes',
    'deletion_protection.enabled=true',
    'idle_timeout.timeout_seconds=60',
  ),
];
