import { ApiObject } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';

/** Where ExternalSecrets are read from: AWS Secrets Manager of the environment's account and region. */
export default defineApp({
  name: 'platform-secrets',
  owner: 'platform',
  skip: { local: 'Secrets are made by hand on a laptop’s cluster' },
  charts(scope, environment) {
    if (environment.platform !== 'eks') return;
    const serviceAccountRef = { name: 'external-secrets', namespace: 'external-secrets' };
    new ApiObject(scope, 'SecretStore', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'aws-secrets-manager' },
      spec: {
        provider: {
          aws: { service: 'SecretsManager', region: environment.region, auth: { jwt: { serviceAccountRef } } },
        },
      },
    });
  },
});
