import { noMissingConfig } from '../../../../src/checks/rules/k8s/no-missing-config';
import { noMissingConfigKey } from '../../../../src/checks/rules/k8s/no-missing-config-key';
import { noMissingIngressBackend } from '../../../../src/checks/rules/k8s/no-missing-ingress-backend';
import { noMissingServiceTarget } from '../../../../src/checks/rules/k8s/no-missing-service-target';
import { validDisruptionBudget } from '../../../../src/checks/rules/k8s/valid-disruption-budget';
import { OPERATOR_KINDS } from '../../../../src/knowledge/kubernetes/operator-makes';
import type { JsonObject } from '../../../../src/model/json';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';

function object(
  apiVersion: string,
  kind: string,
  name: string,
  spec: JsonObject = {},
  more: JsonObject = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace, ...more }, spec };
}

const PG = object('postgresql.cnpg.io/v1', 'Cluster', 'pg', { instances: 3 });
const STRANGE = object('widgets.example.com/v1', 'Widget', 'w');

function reader(kind: 'secretKeyRef' | 'configMapKeyRef', name: string, key: string): JsonObject {
  const env = [{ name: 'A', valueFrom: { [kind]: { name, key } } }];
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1', env }] },
  };
  return object('apps/v1', 'Deployment', 'web', { selector: { matchLabels: { app: 'web' } }, template });
}

describe('7.3 Pods that an operator makes', () => {
  const service = (selector: JsonObject) => object('v1', 'Service', 'pg', { selector });
  const budget = (matchLabels: JsonObject) =>
    object('policy/v1', 'PodDisruptionBudget', 'pg', { maxUnavailable: 1, selector: { matchLabels } });
  const said = (labels: JsonObject, ...objects: readonly JsonObject[]) => [
    ...saidBy(noMissingServiceTarget, [service(labels), ...objects]),
    ...saidBy(validDisruptionBudget, [budget(labels), ...objects]),
  ];

  it('7.3 are there, by the label that names their object', () => {
    expect(said({ 'cnpg.io/cluster': 'pg', 'cnpg.io/instanceRole': 'primary' }, PG)).toEqual([]);
    expect(said({ 'cnpg.io/cluster': 'gp' }, PG)).toHaveLength(2);
    expect(said({ app: 'pg' }, PG)).toHaveLength(2);
    expect(said({ 'cnpg.io/cluster': 'pg' })).toHaveLength(2);
  });

  it('7.3 are unknown where only the operator knows their labels', () => {
    expect(said({ app: 'w' }, STRANGE)).toEqual([
      'spec.selector: Service shop/pg: it selects app=w, which no Pod of namespace shop carries, unless Pods of Widget.widgets.example.com shop/w do: which labels those have is not known here. fix: compare the selector with the labels that its controller gives.',
      'spec.selector: PodDisruptionBudget shop/pg: it selects no Pod of its namespace, unless Pods of Widget.widgets.example.com shop/w are meant: which labels those have is not known here. fix: compare the selector with the labels that its controller gives.',
    ]);
    expect(said({ app: 'w' }, { ...STRANGE, metadata: { name: 'w' } })[0]).toContain(
      'unless Pods of Widget.widgets.example.com w do',
    );
    expect(said({ 'cnpg.io/podRole': 'instance' }, PG)[0]).toContain(
      'unless Pods of Cluster.postgresql.cnpg.io shop/pg do',
    );
    expect(said({ app: 'w' }, object('external-secrets.io/v1', 'ExternalSecret', 'w'))[0]).toContain(
      'It has no endpoints',
    );
  });

  it('7.3 have a Service that an Ingress may name', () => {
    const ingress = (name: string) =>
      object('networking.k8s.io/v1', 'Ingress', 'web', { defaultBackend: { service: { name, port: { number: 80 } } } });
    const search = object('kibana.k8s.elastic.co/v1', 'Kibana', 'logs');
    expect(saidBy(noMissingIngressBackend, [ingress('logs-kb-http'), search])).toEqual([]);
    expect(saidBy(noMissingIngressBackend, [ingress('log-kb-http'), search])[0]).toContain('503 without any error');
    expect(saidBy(noMissingIngressBackend, [ingress('any'), STRANGE])).toEqual([
      'spec.defaultBackend.service.name: Ingress shop/web: it sends to Service "any", which nothing here makes, unless it comes of Widget.widgets.example.com shop/w: what that makes is not known here. fix: declare the Service under `external` in environment.yaml, if it is there.',
    ]);
  });

  it('7.3 carry a label of the object’s name in every row', () => {
    for (const { podLabel, secrets = [] } of OPERATOR_KINDS)
      for (const text of [...(podLabel ? [podLabel[1]] : []), ...secrets]) expect(text).toContain('{name}');
  });
});

describe('7.4 a Secret or ConfigMap that an operator makes', () => {
  const said = (read: JsonObject, ...objects: readonly JsonObject[]) => [
    ...saidBy(noMissingConfig, [read, ...objects]),
    ...saidBy(noMissingConfigKey, [read, ...objects]),
  ];
  const secret = (name: string, key: string) => reader('secretKeyRef', name, key);

  it('7.4 is known by its name, with the keys that it has at least', () => {
    expect(said(secret('pg-app', 'uri'), PG)).toEqual([]);
    expect(said(secret('pg-app', 'odd'), PG)[0]).toContain('it is not known which keys that has');
    expect(said(secret('pg-ap', 'uri'), PG)[0]).toContain('Did you mean "pg-app"?');
    const zalando = object('acid.zalan.do/v1', 'postgresql', 'db');
    expect(said(secret('shop.db.credentials.postgresql.acid.zalan.do', 'password'), zalando)).toEqual([]);
    expect(said(secret('shop.bd.credentials.postgresql.acid.zalan.do', 'password'), zalando)).toHaveLength(1);
  });

  it('7.4 comes of an Ingress or Gateway that asks cert-manager for a certificate', () => {
    const tls = { tls: [{ hosts: ['shop.example.com'], secretName: 'web-tls' }] };
    const annotations = { 'cert-manager.io/cluster-issuer': 'ca' };
    expect(
      said(secret('web-tls', 'tls.crt'), object('networking.k8s.io/v1', 'Ingress', 'web', tls, { annotations })),
    ).toEqual([]);
    expect(said(secret('web-tls', 'tls.crt'), object('networking.k8s.io/v1', 'Ingress', 'web', tls))).toHaveLength(1);
    const listeners = { listeners: [{ tls: { certificateRefs: [{ name: 'web-tls' }] } }] };
    const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'web', listeners, { annotations });
    expect(said(secret('web-tls', 'tls.key'), gateway)).toEqual([]);
  });

  it('7.4 comes of a ClusterExternalSecret where its selectors reach', () => {
    const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { team: 'shop' } } };
    const everywhere = (spec: JsonObject): JsonObject => ({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterExternalSecret',
      metadata: { name: 'pull' },
      spec: { externalSecretSpec: { target: { name: 'pull' }, data: [{ secretKey: 'token' }] }, ...spec },
    });
    const read = secret('pull', 'token');
    const byLabel = (team: string) => everywhere({ namespaceSelectors: [{ matchLabels: { team } }] });
    expect(said(read, shop, byLabel('shop'))).toEqual([]);
    expect(said(read, shop, everywhere({ namespaces: ['shop'] }))).toEqual([]);
    expect(said(read, byLabel('any'))).toEqual([]);
    expect(said(read, shop, byLabel('other'))).toHaveLength(1);
    expect(said(secret('pull', 'tokne'), shop, byLabel('shop'))).toHaveLength(1);
  });

  it('7.4 is a ConfigMap where an ExternalSecret says so', () => {
    const target = { name: 'flags', manifest: { apiVersion: 'v1', kind: 'ConfigMap' } };
    const external = object('external-secrets.io/v1', 'ExternalSecret', 'flags', {
      target,
      data: [{ secretKey: 'a' }],
    });
    expect(said(reader('configMapKeyRef', 'flags', 'a'), external)).toEqual([]);
    expect(said(secret('flags', 'a'), external)).toHaveLength(1);
  });

  it('7.4 is unknown where an object of an unfamiliar kind may make it', () => {
    expect(said(secret('odd', 'a'), STRANGE)).toEqual([
      'spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef: Deployment shop/web: it reads Secret "odd", which nothing here makes, unless it comes of Widget.widgets.example.com shop/w: what that makes is not known here. fix: declare the Secret under `external` in environment.yaml, if it is there.',
    ]);
  });
});
