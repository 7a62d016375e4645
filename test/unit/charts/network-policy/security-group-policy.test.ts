import { SecurityGroupPolicy, Worker } from 'cdk8s-eks';
import { kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };

describe('a SecurityGroupPolicy', () => {
  it('names groups by the environment’s names, after the cluster’s own', () => {
    const objects = render((chart) => {
      const orders = new Worker(chart, 'orders', { image: 'registry.example.com/orders:1.0' });
      new SecurityGroupPolicy(chart, 'db', { pods: orders, securityGroups: ['clients', 'sg-0000000000000000a'] });
    });
    expect(objects['SecurityGroupPolicy db']).toEqual({
      apiVersion: 'vpcresources.k8s.aws/v1beta1',
      kind: 'SecurityGroupPolicy',
      metadata: { name: 'db', namespace: 'shop', labels },
      spec: {
        podSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/part-of': 'shop' },
        },
        securityGroups: { groupIds: ['sg-00000000000000001', 'sg-00000000000000002', 'sg-0000000000000000a'] },
      },
    });
  });

  it('selects by ServiceAccounts too, with everything set', () => {
    const objects = render(
      (chart) =>
        void new SecurityGroupPolicy(chart, 'db', {
          name: 'database',
          labels: { team: 'shop' },
          annotations: { note: 'a' },
          pods: { app: 'web' },
          serviceAccounts: { role: 'db' },
          securityGroups: ['clients', 'clients'],
          clusterGroup: false,
          overrides: { securityGroupPolicy: { metadata: { annotations: { note: null, more: 'b' } } } },
        }),
    );
    expect(objects['SecurityGroupPolicy database']).toEqual({
      apiVersion: 'vpcresources.k8s.aws/v1beta1',
      kind: 'SecurityGroupPolicy',
      metadata: {
        name: 'database',
        namespace: 'shop',
        labels: { ...labels, team: 'shop' },
        annotations: { more: 'b' },
      },
      spec: {
        podSelector: { matchLabels: { app: 'web' } },
        serviceAccountSelector: { matchLabels: { role: 'db' } },
        securityGroups: { groupIds: ['sg-00000000000000002'] },
      },
    });
  });

  it('means every Pod by all, and is nothing on a plain cluster', () => {
    const make = (chart: Parameters<Parameters<typeof render>[0]>[0]) =>
      void new SecurityGroupPolicy(chart, 'db', { pods: 'all', securityGroups: ['clients'] });
    expect(render(make)['SecurityGroupPolicy db']?.['spec']).toEqual({
      podSelector: {},
      securityGroups: { groupIds: ['sg-00000000000000001', 'sg-00000000000000002'] },
    });
    expect(render(make, kubernetesEnvironment())).toEqual({});
  });
});
