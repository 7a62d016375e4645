import { ClusterSecretStore, defineApp } from 'cdk8s-eks';

/** Where ExternalSecrets are read from: AWS Secrets Manager of the environment's account and region. */
export default defineApp({
  name: 'platform-secrets',
  owner: 'platform',
  skip: { local: 'Secrets are made by hand on a laptop’s cluster' },
  charts(scope) {
    new ClusterSecretStore(scope, 'aws-secrets-manager', {
      namespaces: 'all',
      serviceAccount: { name: 'external-secrets', namespace: 'external-secrets' },
    });
  },
});
