import { Environment, ExternalSecret, ExternalSecretSpecSecretStoreRefKind as StoreKind } from 'cdk8s-eks';
import type { Construct } from 'constructs';

/**
 * User and password of a database. On EKS they come from AWS Secrets Manager; a plain cluster has the Secret already,
 * as its `external` list says.
 * @returns the Secret's name
 */
export function databaseSecret(scope: Construct, name: string, keys: readonly string[]): string {
  const environment = Environment.of(scope);
  if (environment.platform !== 'eks') return name;
  new ExternalSecret(scope, name, {
    metadata: { name },
    spec: {
      secretStoreRef: { kind: StoreKind.CLUSTER_SECRET_STORE, name: 'aws-secrets-manager' },
      refreshInterval: '1h',
      data: keys.map((key) => ({ secretKey: key, remoteRef: { key: `retail/${name}`, property: key } })),
    },
  });
  return name;
}
