import { validSecretStore } from '../../../../src/checks/rules/eks/valid-secret-store';
import { validExternalSecret } from '../../../../src/checks/rules/k8s/valid-external-secret';
import { validMonitor } from '../../../../src/checks/rules/k8s/valid-monitor';
import type { JsonObject } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';

describe('a monitor', () => {
  const podMonitor = (matchLabels: JsonObject, more: JsonObject = {}): JsonObject => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'pods', namespace },
    spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port: 'metrics' }], ...more },
  });
  const serviceMonitor: JsonObject = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'services', namespace },
    spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, endpoints: [{ port: 'metrics' }] },
  };
  const service: JsonObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'other', namespace },
    spec: { ports: [{ name: 'metrics', port: 9090 }] },
  };
  const cluster: JsonObject = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'pg', namespace },
    spec: { instances: 3 },
  };
  const strange: JsonObject = {
    apiVersion: 'widgets.example.com/v1',
    kind: 'Widget',
    metadata: { name: 'w', namespace },
    spec: {},
  };

  it('may select the Pods that an operator makes', () => {
    expect(saidBy(validMonitor, [podMonitor({ 'cnpg.io/cluster': 'pg' }), cluster])).toEqual([]);
  });

  it('is not known to select nothing where a strange controller may make what it selects', () => {
    expect(saidBy(validMonitor, [podMonitor({ app: 'w' }), strange])).toEqual([
      'spec.selector: PodMonitor.monitoring.coreos.com shop/pods: it selects no Pod of namespace shop that is rendered, unless Widget.widgets.example.com shop/w makes some: which labels those have is not known here. fix: compare the selector with the labels that its controller gives.',
    ]);
    expect(saidBy(validMonitor, [serviceMonitor, service, strange])).toEqual([
      'spec.selector: ServiceMonitor.monitoring.coreos.com shop/services: it selects no Service of namespace shop that is rendered, unless Widget.widgets.example.com shop/w makes some: which labels those have is not known here. fix: compare the selector with the labels that its controller gives.',
    ]);
  });

  it('that selects by expressions is told too', () => {
    expect(saidBy(validMonitor, [serviceMonitor, service])).toEqual([
      'spec.selector: ServiceMonitor.monitoring.coreos.com shop/services: its selector matches no Service of namespace shop: Prometheus finds no target, and tells nobody. fix: select the labels of a Service, or name its namespace in namespaceSelector.matchNames.',
    ]);
  });

  it('finds the Pods of a port that has no name', () => {
    const web: JsonObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', namespace, labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }] },
    };
    expect(saidBy(validMonitor, [podMonitor({ app: 'web' }), web])).toEqual([
      'spec.podMetricsEndpoints[0].port: PodMonitor.monitoring.coreos.com shop/pods: it scrapes port "metrics", which Pod shop/web does not have by that name: Prometheus finds no target, and tells nobody. fix: give the port a name.',
    ]);
  });
});

describe('the store of an ExternalSecret', () => {
  const secret = (more: JsonObject = {}): JsonObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'db', namespace },
    spec: {
      secretStoreRef: { name: 'aws', kind: 'ClusterSecretStore' },
      data: [{ secretKey: 'password', remoteRef: { key: 'shop/db' } }],
      ...more,
    },
  });
  const store = (...conditions: readonly JsonObject[]): JsonObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: { name: 'aws' },
    spec: { conditions, provider: { aws: { service: 'SecretsManager', region: 'eu-west-1' } } },
  });

  it.each([
    ['has no conditions', []],
    ['names its namespace', [{ namespaces: ['other'] }, { namespaces: ['shop'] }]],
    ['has regular expressions, which are not read', [{ namespaceRegexes: ['^sh'] }]],
    ['selects a namespace that is not rendered, by labels', [{ namespaceSelector: { matchLabels: { a: 'b' } } }]],
  ])('lets it in that %s', (_what, conditions: readonly JsonObject[]) => {
    expect(saidBy(validExternalSecret, [secret(), store(...conditions)])).toEqual([]);
  });

  it('brings names that a template makes itself', () => {
    const template = { data: { all: '{{ with .missing }}{{ . }}{{ end }}', own: '{{ $a := 1 }}{{ .b }}' } };
    expect(saidBy(validExternalSecret, [secret({ target: { template } }), store()])).toEqual([]);
  });

  it('is judged in a ClusterExternalSecret where its spec is', () => {
    const object = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterExternalSecret',
      metadata: { name: 'db' },
      spec: { externalSecretSpec: { secretStoreRef: { name: 'aws', kind: 'ClusterSecretStore' } } },
    };
    expect(saidBy(validExternalSecret, [object, store()])).toEqual([
      'spec.externalSecretSpec: ClusterExternalSecret.external-secrets.io db: it has neither data nor dataFrom; the operator refuses an ExternalSecret that reads nothing. fix: say what it reads.',
    ]);
  });
});

describe('a store that reads as a ServiceAccount', () => {
  const store = (name: string): JsonObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: 'aws', namespace },
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region: 'eu-west-1',
          auth: { jwt: { serviceAccountRef: { name } } },
        },
      },
    },
  });

  it('takes one that is declared as there', () => {
    const external = [{ group: '', kind: 'ServiceAccount', namespace, name: 'reader' }];
    expect(saidBy(validSecretStore, [store('reader')], undefined, eksEnvironment({ external }))).toEqual([]);
  });
});
