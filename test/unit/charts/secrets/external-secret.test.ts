import {
  AwsIdentity,
  ClusterSecretStore,
  ExternalSecret,
  fromSecret,
  propertiesOf,
  SecretStore,
  WebService,
} from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const spec = (object: ReturnType<typeof render>[string] | undefined) => at(object, 'spec');

describe('SecretStore and ClusterSecretStore', () => {
  it('read Secrets Manager of the environment’s region, as the ServiceAccount that may', () => {
    const environment = eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'retail/carts' } } });
    const objects = render((chart) => {
      const serviceAccount = new AwsIdentity(chart, 'reader', { iamRole: 'carts', mechanism: 'irsa' });
      new SecretStore(chart, 'aws', { serviceAccount });
    }, environment);
    expect(objects['SecretStore aws']).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      metadata: { name: 'aws', namespace: 'shop' },
    });
    expect(spec(objects['SecretStore aws'])).toEqual({
      provider: {
        aws: {
          service: 'SecretsManager',
          region: 'eu-west-1',
          auth: { jwt: { serviceAccountRef: { name: 'reader' } } },
        },
      },
    });
  });

  it('take everything, and a change of any field', () => {
    const objects = render((chart) => {
      new ClusterSecretStore(chart, 'parameters', {
        name: 'ssm',
        service: 'ParameterStore',
        region: 'eu-central-1',
        serviceAccount: { name: 'reader', namespace: 'external-secrets' },
        targetRole: 'carts',
        externalId: 'shop',
        prefix: '/shop/',
        namespaces: { labels: { team: 'retail' } },
        overrides: { store: { spec: { refreshInterval: 300 } } },
      });
      new ClusterSecretStore(chart, 'named', { namespaces: ['shop'] });
    });
    expect(spec(objects['ClusterSecretStore ssm'])).toEqual({
      conditions: [{ namespaceSelector: { matchLabels: { team: 'retail' } } }],
      provider: {
        aws: {
          service: 'ParameterStore',
          region: 'eu-central-1',
          auth: { jwt: { serviceAccountRef: { name: 'reader', namespace: 'external-secrets' } } },
          role: 'arn:aws:iam::111122223333:role/retail/carts',
          externalID: 'shop',
          prefix: '/shop/',
        },
      },
      refreshInterval: 300,
    });
    expect(at(objects['ClusterSecretStore named'], 'spec', 'conditions')).toEqual([{ namespaces: ['shop'] }]);
  });
});

describe('ExternalSecret', () => {
  const store = { kind: 'SecretStore', name: 'aws' } as const;

  it('makes a Secret that workloads take by value', () => {
    const objects = render((chart) => {
      const made = new SecretStore(chart, 'aws');
      const db = new ExternalSecret(chart, 'db', { store: made, data: propertiesOf('shop/db', ['password']) });
      new WebService(chart, 'web', {
        image: 'example.com/web:1.0',
        port: 8080,
        env: { PASSWORD: fromSecret(db, 'password') },
        envFrom: [db],
        mounts: [{ path: '/db', secret: db }],
      });
    });
    expect(spec(objects['ExternalSecret db'])).toEqual({
      secretStoreRef: { kind: 'SecretStore', name: 'aws' },
      data: [{ secretKey: 'password', remoteRef: { key: 'shop/db', property: 'password' } }],
    });
    const pod = at(objects['Deployment web'], 'spec', 'template', 'spec');
    expect(at(pod, 'containers', 0, 'env')).toEqual([
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
    ]);
    expect(at(pod, 'containers', 0, 'envFrom')).toEqual([{ secretRef: { name: 'db' } }]);
    expect(at(pod, 'volumes')).toEqual([{ name: 'db', secret: { secretName: 'db' } }]);
  });

  it('takes everything, and a change of any field', () => {
    const objects = render((chart) => {
      new ExternalSecret(chart, 'db', {
        name: 'database',
        store,
        data: { tls: { key: 'shop/tls', version: 'AWSPREVIOUS', decodingStrategy: 'Base64' } },
        dataFrom: [{ key: 'shop/all' }],
        refreshInterval: '15m',
        refreshPolicy: 'OnChange',
        creationPolicy: 'Orphan',
        deletionPolicy: 'Delete',
        type: 'kubernetes.io/tls',
        secretLabels: {},
        template: { data: { url: 'postgres://{{ .user }}' }, merge: true },
        overrides: { externalSecret: { spec: { target: { immutable: true } } } },
      });
    });
    expect(spec(objects['ExternalSecret database'])).toEqual({
      secretStoreRef: store,
      refreshPolicy: 'OnChange',
      refreshInterval: '15m',
      target: {
        creationPolicy: 'Orphan',
        deletionPolicy: 'Delete',
        immutable: true,
        template: {
          type: 'kubernetes.io/tls',
          metadata: { labels: {} },
          data: { url: 'postgres://{{ .user }}' },
          mergePolicy: 'Merge',
        },
      },
      data: [{ secretKey: 'tls', remoteRef: { key: 'shop/tls', version: 'AWSPREVIOUS', decodingStrategy: 'Base64' } }],
      dataFrom: [{ extract: { key: 'shop/all' } }],
    });
  });

  it('makes nothing on a plain cluster, where the Secret is there already', () => {
    let name = '';
    const objects = render((chart) => {
      new SecretStore(chart, 'aws');
      new ClusterSecretStore(chart, 'all', { namespaces: 'all' });
      name = new ExternalSecret(chart, 'db', { store, data: { a: { key: 'b' } } }).name;
    }, kubernetesEnvironment());
    expect(objects).toEqual({});
    expect(name).toBe('db');
  });
});
