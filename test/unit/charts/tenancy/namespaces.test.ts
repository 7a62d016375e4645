import { allowFrom, FargateNamespace, TenantNamespace } from 'cdk8s-eks';
import { kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const local = kubernetesEnvironment();
const DNS_PORTS = ['UDP', 'TCP'].map((protocol) => ({ port: 53, protocol }));

describe('namespaces', () => {
  const security = (level: string) => ({
    ...labels,
    'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/audit-version': 'v1.34',
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/enforce-version': 'v1.34',
    'pod-security.kubernetes.io/warn': level,
    'pod-security.kubernetes.io/warn-version': 'v1.34',
  });

  it('of a tenant come with quota, defaults, and a network that is closed but for DNS, itself and load balancers', () => {
    const objects = render(
      (scope) => void new TenantNamespace(scope, 'shop', { quota: { cpu: '4', memory: '8Gi', pods: 20 } }),
    );
    expect(objects['Namespace shop']).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: security('restricted') },
    });
    expect(objects['ResourceQuota tenant']?.['spec']).toEqual({
      hard: { 'requests.cpu': '4', 'requests.memory': '8Gi', 'limits.memory': '8Gi', pods: '20' },
    });
    expect(objects['LimitRange tenant']?.['spec']).toEqual({
      limits: [{ type: 'Container', defaultRequest: { cpu: '50m', memory: '64Mi' }, default: { memory: '64Mi' } }],
    });
    expect(objects['NetworkPolicy default-deny']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(objects['NetworkPolicy allow-dns']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
    expect(objects['NetworkPolicy allow-same-namespace']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    });
    expect(objects['NetworkPolicy allow-load-balancers']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr: '10.10.0.0/16' } }] }],
    });
  });

  it('on Fargate need a profile that selects them; on a plain cluster they are plain', () => {
    expect(render((scope) => void new FargateNamespace(scope, 'serverless'))['Namespace serverless']).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'serverless', labels: security('restricted') },
    });
    expect(Object.keys(render((scope) => void new FargateNamespace(scope, 'games'), local))).toEqual([
      'Namespace games',
    ]);
  });

  it('open to each other at both ends of a call', () => {
    const objects = render(
      (scope) =>
        void allowFrom(scope, 'a-to-b', {
          from: { namespace: 'a', pods: { app: 'a' } },
          to: { namespace: 'b' },
          ports: ['http'],
        }),
    );
    const peer = (namespace: string, podSelector: object) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
      podSelector,
    });
    expect(objects['NetworkPolicy a-to-b-ingress']).toMatchObject({
      metadata: { namespace: 'b' },
      spec: {
        podSelector: {},
        ingress: [{ from: [peer('a', { matchLabels: { app: 'a' } })], ports: [{ port: 'http' }] }],
      },
    });
    expect(objects['NetworkPolicy a-to-b-egress']).toMatchObject({
      metadata: { namespace: 'a' },
      spec: {
        podSelector: { matchLabels: { app: 'a' } },
        egress: [
          { to: [peer('b', {})], ports: [{ port: 'http' }] },
          { to: [peer('kube-system', { matchLabels: { 'k8s-app': 'kube-dns' } })], ports: DNS_PORTS },
        ],
      },
    });
  });
});
