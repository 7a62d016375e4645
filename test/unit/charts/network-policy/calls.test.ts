import { Chart } from 'cdk8s';
import { allowEgress, allowFrom, StatefulService, WebService, Worker } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const autoMode = eksEnvironment({
  compute: { ...eksEnvironment().compute, managedNodeGroups: [], autoMode: true },
});
const image = 'example.com/app:1';
const labelsOf = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' });
const DNS = {
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
};

describe('calls between workloads', () => {
  it('open the ports that the target declares, at both ends, and DNS for the caller', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', { image, port: 8080 });
      const api = new WebService(scope, 'api', {
        image,
        ports: [
          { name: 'http', containerPort: 8000 },
          { name: 'dns', containerPort: 5353, protocol: 'UDP' },
        ],
        sidecars: [{ name: 'proxy', image, ports: [{ name: 'metrics', containerPort: 9090 }] }],
      });
      api.allowFrom(web);
    });
    expect(objects['NetworkPolicy api-from-web']?.['spec']).toEqual({
      podSelector: { matchLabels: labelsOf('api') },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
              podSelector: { matchLabels: labelsOf('web') },
            },
          ],
          ports: [{ port: 8000 }, { port: 5353, protocol: 'UDP' }, { port: 9090 }],
        },
      ],
    });
    expect(objects['NetworkPolicy web-to-api']?.['spec']).toMatchObject({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      egress: [{ ports: [{ port: 8000 }, { port: 5353, protocol: 'UDP' }, { port: 9090 }] }, DNS],
    });
  });

  it('say the same from the other end', () => {
    const made = (say: (web: Worker, db: StatefulService) => void) =>
      render((scope) => {
        const web = new Worker(scope, 'web', { image });
        say(web, new StatefulService(scope, 'db', { image, ports: [{ name: 'mysql', containerPort: 3306 }] }));
      });
    const one = made((web, db) => web.allowTo(db));
    expect(
      Object.keys(one)
        .filter((name) => name.startsWith('NetworkPolicy'))
        .sort(),
    ).toEqual(['NetworkPolicy db-from-web', 'NetworkPolicy web-to-db']);
    expect(made((web, db) => db.allowFrom(web))).toEqual(one);
  });

  it('take namespaces, ports by name, and addresses with a name of their own', () => {
    const objects = render((scope) => {
      new WebService(scope, 'web', { image, port: 8080 })
        .allowFrom({ namespace: 'monitoring' }, { ports: ['http'] })
        .allowFrom({ cidrs: ['10.0.0.0/8'] }, { name: 'office' })
        .allowTo({ cidrs: ['203.0.113.0/24'] }, { name: 'payments', ports: [443] });
    });
    const policies = Object.keys(objects).filter((name) => name.startsWith('NetworkPolicy'));
    expect(policies.sort()).toEqual([
      'NetworkPolicy monitoring-to-web',
      'NetworkPolicy web-from-monitoring',
      'NetworkPolicy web-from-office',
      'NetworkPolicy web-to-payments',
    ]);
    expect(objects['NetworkPolicy monitoring-to-web']?.['metadata']).toMatchObject({ namespace: 'monitoring' });
    expect(objects['NetworkPolicy web-from-monitoring']?.['spec']).toMatchObject({
      ingress: [{ ports: [{ port: 'http' }] }],
    });
    expect(objects['NetworkPolicy web-to-payments']?.['spec']).toMatchObject({
      egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 443 }] }, DNS],
    });
  });

  it('know the ports of workloads of cdk8s-plus', () => {
    const objects = render((scope) => {
      const chart = new Chart(scope, 'plus', { namespace: 'shop' });
      const api = new Deployment(chart, 'api', { containers: [{ image, portNumber: 7000 }] });
      new WebService(scope, 'web', { image, port: 8080 }).allowTo(api, { name: 'api' });
    });
    expect(objects['NetworkPolicy web-to-api']?.['spec']).toMatchObject({ egress: [{ ports: [{ port: 7000 }] }, DNS] });
  });

  it('open all ports of Pods that are given by labels, of which nobody knows', () => {
    const objects = render((scope) => {
      allowFrom(scope, 'web-to-carts', {
        from: { namespace: 'shop' },
        to: { namespace: 'carts', pods: { app: 'carts' } },
      });
    });
    expect(objects['NetworkPolicy web-to-carts-ingress']?.['spec']).not.toMatchObject({ ingress: [{ ports: [] }] });
  });
});

describe('hosts', () => {
  const to = { hosts: ['api.example.com', '*.example.org'], cidrs: ['203.0.113.0/24'], except: ['203.0.113.7/32'] };
  const call = { from: { namespace: 'shop', pods: { app: 'web' } }, to, ports: [443] };

  it('are let out by name on nodes of EKS Auto Mode, where DNS runs on the nodes', () => {
    const objects = render((scope) => void allowEgress(scope, 'payments', call), autoMode);
    expect(objects['ApplicationNetworkPolicy payments']).toEqual({
      apiVersion: 'networking.k8s.aws/v1alpha1',
      kind: 'ApplicationNetworkPolicy',
      metadata: {
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' },
        name: 'payments',
        namespace: 'shop',
      },
      spec: {
        podSelector: { matchLabels: { app: 'web' } },
        policyTypes: ['Egress'],
        egress: [
          { to: [{ domainNames: ['api.example.com', '*.example.org'] }], ports: [{ port: 443 }] },
          { ports: DNS.ports },
        ],
      },
    });
  });

  it('are let out by their blocks elsewhere', () => {
    const objects = render((scope) => void allowEgress(scope, 'payments', call));
    expect(objects['NetworkPolicy payments']?.['spec']).toMatchObject({
      egress: [
        { to: [{ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.7/32'] } }], ports: [{ port: 443 }] },
        DNS,
      ],
    });
  });

  it('are let out without DNS where that is asked for', () => {
    const objects = render((scope) => void allowEgress(scope, 'payments', { ...call, dns: false }));
    expect(objects['NetworkPolicy payments']?.['spec']).toMatchObject({ egress: { length: 1 } });
  });
});
