import type { Facts } from '../../src/model/facts';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const SUBNETS = ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'];

/** A small cluster, as `facts refresh` would write it. A test loads what the page shows. */
export const EXAMPLE_FACTS: Facts = {
  accessEntries: [
    {
      accessPolicies: [
        {
          namespaces: ['shop'],
          policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
          scope: 'namespace',
        },
      ],
      kubernetesGroups: [],
      principalArn: role('developers'),
      type: 'STANDARD',
      username: `${role('developers').replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/{{SessionName}}`,
    },
  ],
  accountId: '111122223333',
  addOns: [
    {
      configuration: { enableNetworkPolicy: 'true' },
      name: 'vpc-cni',
      status: 'ACTIVE',
      version: 'v1.20.4-eksbuild.2',
    },
  ],
  cluster: {
    arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
    authenticationMode: 'API',
    clusterSecurityGroupId: 'sg-0a1b2c3d4e5f60001',
    deletionProtection: true,
    encryptionKeyArns: [],
    endpointPrivateAccess: true,
    endpointPublicAccess: false,
    kubernetesVersion: '1.34',
    logging: ['audit', 'authenticator'],
    oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
    roleArn: role('shop-cluster'),
    status: 'ACTIVE',
    subnetIds: SUBNETS,
    supportType: 'EXTENDED',
    vpcId: 'vpc-0a1b2c3d4e5f60001',
    zonalShift: true,
  },
  clusterName: 'shop',
  clusterVersions: [{ endOfExtendedSupport: '2027-12-02', endOfStandardSupport: '2026-12-02', version: '1.34' }],
  fargateProfiles: [
    {
      name: 'jobs',
      podExecutionRoleArn: role('shop-fargate'),
      selectors: [{ labels: { tier: 'low' }, namespace: 'jobs' }],
      status: 'ACTIVE',
      subnetIds: SUBNETS,
    },
  ],
  nodeGroups: [
    {
      amiType: 'AL2023_x86_64_STANDARD',
      capacityType: 'ON_DEMAND',
      instanceTypes: ['m7i.large'],
      kubernetesVersion: '1.34',
      labels: {},
      maxSize: 6,
      minSize: 3,
      name: 'general',
      nodeRoleArn: role('shop-nodes'),
      status: 'ACTIVE',
      subnetIds: SUBNETS,
    },
  ],
  podIdentityAssociations: [{ namespace: 'shop', roleArn: role('carts'), serviceAccount: 'carts' }],
  region: 'eu-west-1',
  schemaVersion: 1,
  unread: [{ action: 'ListInsights', reading: 'insights', reason: 'denied' }],
};
