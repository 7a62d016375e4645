import { noMissingConfig } from '../../../../src/checks/rules/k8s/no-missing-config';
import { noMissingConfigKey } from '../../../../src/checks/rules/k8s/no-missing-config-key';
import type { JsonObject } from '../../../../src/model/json';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';

function deployment(container: JsonObject, spec: JsonObject = {}): JsonObject {
  const labels = { app: 'web' };
  const template = {
    metadata: { labels },
    spec: { ...spec, containers: [{ name: 'web', image: 'web:1', ...container }] },
  };
  const metadata = { name: 'web', namespace };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: labels }, template } };
}

describe('7.4 a Secret that a controller makes', () => {
  const from = (name: string, key: string) => ({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key } } }] });
  const volume = {
    name: 'store',
    csi: { driver: 'secrets-store.csi.k8s.io', volumeAttributes: { secretProviderClass: 'db' } },
  };
  const reader = (mounted: boolean, key = 'password') =>
    deployment(from('db', key), mounted ? { volumes: [volume] } : {});
  const providerClass = (
    objectName: string,
    objects = '- objectName: shop/db\n  objectAlias: "dbpass"\n',
  ): JsonObject => ({
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    metadata: { name: 'db', namespace },
    spec: {
      secretObjects: [{ secretName: 'db', type: 'Opaque', data: [{ objectName, key: 'password' }] }],
      parameters: { objects },
    },
  });
  const said = (...objects: readonly JsonObject[]) => [
    ...saidBy(noMissingConfig, objects),
    ...saidBy(noMissingConfigKey, objects),
  ];

  it('7.4 is known with its keys', () => {
    expect(said(reader(true), providerClass('dbpass'))).toEqual([]);
    expect(said(reader(true), providerClass('shop/db'))).toEqual([]);
    expect(said(reader(true, 'passwd'), providerClass('dbpass'))[0]).toContain('"passwd"');
    const certificate = {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'web', namespace },
      spec: { secretName: 'web-tls', issuerRef: { name: 'ca' } },
    };
    expect(said(deployment(from('web-tls', 'tls.crt')), certificate)).toEqual([]);
    expect(said(deployment(from('web-tls', 'cert')), certificate)).toHaveLength(1);
    const sealed = {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name: 'db', namespace },
      spec: { encryptedData: { password: 'AgB' } },
    };
    expect(said(deployment(from('db', 'password')), sealed)).toEqual([]);
    expect(said(deployment(from('web-tsl', 'tls.crt')), certificate)[0]).toContain('Did you mean "web-tls"?');
  });

  it('7.4 is never made where no Pod mounts its class, or its object is not brought', () => {
    expect(said(reader(false), providerClass('dbpass'))[0]).toContain(
      'which SecretProviderClass.secrets-store.csi.x-k8s.io shop/db never makes: no Pod of namespace shop mounts it.',
    );
    expect(said(reader(true), providerClass('db-password'))[0]).toContain(
      'never makes: its parameters bring no object "db-password" (they bring shop/db, dbpass, shop_db).',
    );
  });

  it.each([
    ['a comment beside the name', '- objectName: a # comment\n- objectName: b\n'],
    ['flow and block items', '- { objectName: a, objectType: secretsmanager }\n- objectName: b\n'],
    [
      'JSON over several lines',
      '[\n  {"objectName": "a",\n   "objectType": "secretsmanager"},\n  {"objectName": "b"}\n]',
    ],
    ['an anchor', '- objectName: &name a\n- { objectName: b, objectAlias: *name }\n'],
    ['a key of JSON in a secret', '- objectName: b\n  jmesPath: [{ path: password, objectAlias: a }]\n'],
    [
      'texts in a list, as Azure has them',
      'array:\n  - |\n    objectName: a\n    objectType: secret\n  - |\n    objectName: b\n',
    ],
    ['a quoted key', "- 'objectName': 'a'\n- \"objectName\": b\n"],
  ])('7.4 an object is brought by %s', (_how, objects) => {
    expect(said(reader(true), providerClass('a', objects))).toEqual([]);
    expect(said(reader(true), providerClass('c', objects))[0]).toMatch(
      /bring no object "c" \(they bring (a, b|b, a)\)/,
    );
  });

  it('7.4 an object with slashes is mounted without them', () => {
    expect(said(reader(true), providerClass('shop_db'))).toEqual([]);
  });

  it('7.4 nothing is said of objects that are written otherwise', () => {
    expect(said(reader(true), providerClass('a', 'objectName: [\n'))).toEqual([]);
    expect(said(reader(true), providerClass('a', 'from elsewhere'))).toEqual([]);
  });
});
