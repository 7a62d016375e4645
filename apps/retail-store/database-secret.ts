import { ExternalSecret, propertiesOf } from 'cdk8s-eks';
import type { Construct } from 'constructs';

/**
 * User and password of a database. On EKS they come from AWS Secrets Manager; a plain cluster has the Secret already,
 * as its `external` list says.
 * @returns the Secret's name
 */
export function databaseSecret(scope: Construct, name: string, keys: readonly string[]): string {
  return new ExternalSecret(scope, name, {
    store: { kind: 'ClusterSecretStore', name: 'aws-secrets-manager' },
    refreshInterval: '1h',
    data: propertiesOf(`retail/${name}`, keys),
  }).name;
}
