import * as door from 'cdk8s-eks';
import type { Entries } from './entry';

const store = { kind: 'ClusterSecretStore', name: 'aws' } as const;
const reader = { name: 'external-secrets', namespace: 'external-secrets' };

export const SECRETS: Entries = {
  AwsIdentity: {
    least: (scope) => new door.AwsIdentity(scope, 'least', { iamRole: 'carts' }),
    most: (scope) =>
      new door.AwsIdentity(scope, 'most', {
        iamRole: 'carts',
        mechanism: 'irsa',
        tokenExpirationSeconds: 3600,
        stsRegionalEndpoints: true,
        automountServiceAccountToken: true,
      }),
  },
  IrsaServiceAccount: {
    least: (scope) => new door.IrsaServiceAccount(scope, 'least', { iamRole: 'carts' }),
    most: (scope) => new door.IrsaServiceAccount(scope, 'most', { iamRole: 'carts', stsRegionalEndpoints: true }),
  },
  ExternalSecret: {
    least: (scope) => new door.ExternalSecret(scope, 'least', { store, data: { password: { key: 'shop/db' } } }),
    most: (scope) =>
      new door.ExternalSecret(scope, 'most', {
        store,
        data: door.propertiesOf('shop/db', ['username', 'password']),
        dataFrom: [{ key: 'shop/more' }],
        refreshInterval: '1h',
        refreshPolicy: 'Periodic',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        type: 'Opaque',
        secretLabels: { team: 'shop' },
        template: { data: { url: 'db://{{ .username }}' }, merge: true },
      }),
  },
  SecretStore: {
    least: (scope) => new door.SecretStore(scope, 'least'),
    most: (scope) =>
      new door.SecretStore(scope, 'most', {
        service: 'SecretsManager',
        region: 'eu-central-1',
        targetRole: 'carts',
        externalId: 'shop',
        prefix: 'shop/',
      }),
  },
  ClusterSecretStore: {
    least: (scope) => new door.ClusterSecretStore(scope, 'least', { namespaces: 'all' }),
    most: (scope) =>
      new door.ClusterSecretStore(scope, 'most', {
        namespaces: ['shop', 'orders'],
        serviceAccount: reader,
        service: 'ParameterStore',
        region: 'eu-central-1',
      }),
  },
  SecretProviderClass: {
    least: (scope) => new door.SecretProviderClass(scope, 'least', { objects: [{ name: 'shop/db' }] }),
    most: (scope) =>
      new door.SecretProviderClass(scope, 'most', {
        objects: [{ name: 'shop/db', fields: { password: 'db-password' } }],
        secrets: { 'api-db': { keys: { password: 'db-password' } } },
        region: 'eu-central-1',
      }),
  },
};
