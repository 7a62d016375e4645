import type { Asked, Bodies } from './eks-cluster';

export const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
export const pageOf = ({ query }: Asked): 1 | 2 => (query.get('nextToken') === null ? 1 : 2);
/** A time, as EKS sends it: seconds. */
export const NOW = 1_795_000_000;

/** Who gets into the cluster with some of everything, and which Pods have a role. */
export const ACCESS: Bodies = {
  ListAccessEntries: (asked) =>
    pageOf(asked) === 1
      ? { accessEntries: [role('team/developers')], nextToken: 'second' }
      : { accessEntries: [role('admins')] },
  DescribeAccessEntry: ({ names: [, principalArn = ''] }) => ({
    accessEntry: {
      principalArn,
      clusterName: 'test-cluster',
      kubernetesGroups: ['viewers', 'developers'],
      type: 'STANDARD',
      username: 'someone',
      createdAt: NOW,
      tags: {},
    },
  }),
  ListAssociatedAccessPolicies: ({ names: [, principalArn = ''] }) => ({
    clusterName: 'test-cluster',
    principalArn,
    associatedAccessPolicies: principalArn.endsWith('admins')
      ? [
          {
            policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
            accessScope: { type: 'namespace', namespaces: ['shop', 'batch'] },
            associatedAt: NOW,
            modifiedAt: NOW,
          },
        ]
      : [],
  }),
  ListPodIdentityAssociations: () => ({
    associations: ['a-2', 'a-1'].map((associationId) => ({ clusterName: 'test-cluster', associationId })),
  }),
  DescribePodIdentityAssociation: ({ names: [, id = ''] }) => ({
    association: {
      clusterName: 'test-cluster',
      namespace: 'shop',
      serviceAccount: id === 'a-1' ? 'carts' : 'orders',
      roleArn: role('carts'),
      associationId: id,
      disableSessionTags: false,
      createdAt: NOW,
      policy: '{"never":"written-policy"}',
    },
  }),
  ListIdentityProviderConfigs: () => ({ identityProviderConfigs: [{ type: 'oidc', name: 'company' }] }),
  DescribeIdentityProviderConfig: () => ({
    identityProviderConfig: {
      oidc: {
        identityProviderConfigName: 'company',
        issuerUrl: 'https://login.example.com',
        clientId: 'never-written-client',
        usernameClaim: 'email',
        usernamePrefix: 'oidc:',
        groupsClaim: 'groups',
        groupsPrefix: 'oidc:',
        requiredClaims: { hd: 'never-written-claim' },
        status: 'ACTIVE',
      },
    },
  }),
};
