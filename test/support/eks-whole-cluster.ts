import { type Bodies, NOTHING } from './eks-cluster';
import { ACCESS, NOW, pageOf, role } from './eks-whole-access';

export const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
const ACCOUNT = '111122223333';

/** A cluster with some of everything, as EKS answers: unsorted, on two pages, with times, ids and a certificate. */
export const WHOLE: Bodies = {
  ...NOTHING,
  DescribeCluster: () => ({
    cluster: {
      name: 'test-cluster',
      arn: ARN,
      createdAt: NOW,
      version: '1.34',
      platformVersion: 'eks.9',
      status: 'UPDATING',
      endpoint: 'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
      roleArn: role('cluster'),
      identity: { oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE' } },
      resourcesVpcConfig: {
        vpcId: 'vpc-0123456789abcdef0',
        subnetIds: ['subnet-0000000000000001b', 'subnet-0000000000000001a'],
        securityGroupIds: ['sg-00000000000000009'],
        clusterSecurityGroupId: 'sg-00000000000000001',
        endpointPublicAccess: true,
        endpointPrivateAccess: true,
        publicAccessCidrs: ['203.0.113.0/24', '198.51.100.0/24'],
      },
      kubernetesNetworkConfig: {
        serviceIpv4Cidr: '172.20.0.0/16',
        ipFamily: 'ipv4',
        elasticLoadBalancing: { enabled: false },
      },
      logging: {
        clusterLogging: [
          { types: ['audit', 'api'], enabled: true },
          { types: ['scheduler'], enabled: false },
        ],
      },
      encryptionConfig: [
        { resources: ['secrets'], provider: { keyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222` } },
      ],
      accessConfig: { authenticationMode: 'API' },
      upgradePolicy: { supportType: 'STANDARD' },
      zonalShiftConfig: { enabled: true },
      computeConfig: { enabled: false, nodePools: [] },
      storageConfig: { blockStorage: { enabled: false } },
      remoteNetworkConfig: { remoteNodeNetworks: [{ cidrs: ['10.80.0.0/16'] }] },
      deletionProtection: true,
      controlPlaneScalingConfig: { tier: 'standard' },
      certificateAuthority: { data: 'never-written-certificate' },
      health: { issues: [{ code: 'KmsKeyNotFound', message: 'the key is gone', resourceIds: ['x'] }] },
      tags: { team: 'never-written-tag' },
    },
  }),
  DescribeClusterVersions: (asked) =>
    pageOf(asked) === 1
      ? { clusterVersions: [version('1.36', 60), version('1.35', 30)], nextToken: 'second' }
      : { clusterVersions: [version('1.34', 0)] },
  ListNodegroups: (asked) =>
    pageOf(asked) === 1 ? { nodegroups: ['spot'], nextToken: 'second' } : { nodegroups: ['general'] },
  DescribeNodegroup: ({ names: [, name = ''] }) => ({
    nodegroup: {
      nodegroupName: name,
      clusterName: 'test-cluster',
      version: '1.34',
      releaseVersion: '1.34.2-20261101',
      createdAt: NOW,
      modifiedAt: NOW,
      status: name === 'spot' ? 'UPDATING' : 'ACTIVE',
      capacityType: name === 'spot' ? 'SPOT' : 'ON_DEMAND',
      amiType: 'AL2023_x86_64_STANDARD',
      instanceTypes: ['m7i.large'],
      subnets: ['subnet-0000000000000001b', 'subnet-0000000000000001a'],
      nodeRole: role('nodes'),
      labels: { pool: name },
      taints: [{ key: 'spot', value: 'true', effect: 'NO_SCHEDULE' }],
      scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
      updateConfig:
        name === 'spot' ? { maxUnavailablePercentage: 33 } : { maxUnavailable: 1, updateStrategy: 'DEFAULT' },
      nodeRepairConfig: { enabled: true },
      diskSize: 20,
      launchTemplate: { id: 'lt-1', name: 'nodes', version: '3' },
      resources: { autoScalingGroups: [{ name: 'never-written-group' }] },
      health: { issues: [{ code: 'AsgInstanceLaunchFailures', message: 'no capacity', resourceIds: ['i-1'] }] },
    },
  }),
  ListFargateProfiles: () => ({ fargateProfileNames: ['serverless'] }),
  DescribeFargateProfile: () => ({
    fargateProfile: {
      fargateProfileName: 'serverless',
      createdAt: NOW,
      status: 'ACTIVE',
      podExecutionRoleArn: role('pods'),
      subnets: ['subnet-0000000000000001a'],
      selectors: [{ namespace: 'serverless', labels: { tier: 'low' } }],
      health: { issues: [] },
    },
  }),
  ListAddons: () => ({ addons: ['vpc-cni', 'aws-ebs-csi-driver'] }),
  DescribeAddon: ({ names: [, name = ''] }) => ({
    addon: {
      addonName: name,
      status: 'ACTIVE',
      addonVersion: 'v1.20.4-eksbuild.2',
      createdAt: NOW,
      modifiedAt: NOW,
      health: { issues: [] },
      serviceAccountRoleArn: role(name),
      podIdentityAssociations: [`arn:aws:eks:eu-west-1:${ACCOUNT}:podidentityassociation/test-cluster/a-2`],
      configurationValues: '{"env":[{"name":"API_TOKEN","value":"never-written-token"}],"enableNetworkPolicy":"true"}',
      namespaceConfig: { namespace: 'kube-system' },
    },
  }),
  DescribeAddonVersions: ({ query }) => ({
    addons: [
      {
        addonName: query.get('addonName'),
        addonVersions: ['v1.20.4-eksbuild.2', 'v1.19.0-eksbuild.1'].map((addonVersion, index) => ({
          addonVersion,
          compatibilities: [{ clusterVersion: query.get('kubernetesVersion'), defaultVersion: index === 1 }],
        })),
      },
    ],
  }),
  ...ACCESS,
  ListInsights: () => ({
    insights: [
      insight('i-2', 'Deprecated APIs removed in Kubernetes v1.35', 'UPGRADE_READINESS', 'ERROR'),
      insight('i-1', 'Cluster health issues', 'MISCONFIGURATION', 'PASSING'),
    ],
  }),
  DescribeInsight: () => ({
    insight: {
      ...insight('i-2', 'Deprecated APIs removed in Kubernetes v1.35', 'UPGRADE_READINESS', 'ERROR'),
      resources: [{ insightStatus: { status: 'ERROR' }, kubernetesResourceUri: '/apis/a/v1beta1/b' }],
      categorySpecificSummary: {
        deprecationDetails: [
          {
            usage: '/apis/a/v1beta1/b',
            replacedWith: '/apis/a/v1/b',
            stopServingVersion: '1.35',
            startServingReplacementVersion: '1.30',
            clientStats: [{ userAgent: 'old-client/1', numberOfRequestsLast30Days: 77, lastRequestTime: NOW }],
          },
        ],
        addonCompatibilityDetails: [{ name: 'vpc-cni', compatibleVersions: ['v2', 'v1'] }],
      },
    },
  }),
  ListCapabilities: () => ({
    capabilities: [{ capabilityName: 'argocd', type: 'ARGOCD', status: 'ACTIVE', createdAt: NOW }],
  }),
  DescribeCapability: () => ({
    capability: {
      capabilityName: 'argocd',
      clusterName: 'test-cluster',
      type: 'ARGOCD',
      status: 'ACTIVE',
      version: '3.2',
      roleArn: role('argocd'),
      configuration: { argoCd: { namespace: 'argocd', serverUrl: 'https://argocd.example.com' } },
      health: { issues: [] },
      createdAt: NOW,
    },
  }),
  ListUpdates: () => ({ updateIds: ['u-1', 'u-2'] }),
  DescribeUpdate: ({ names: [, id = ''] }) => ({
    update: {
      id,
      status: id === 'u-1' ? 'InProgress' : 'Successful',
      type: 'ConfigUpdate',
      params: [],
      createdAt: NOW,
    },
  }),
};

function version(clusterVersion: string, daysLater: number) {
  const later = (seconds: number) => seconds + daysLater * 86_400;
  return {
    clusterVersion,
    clusterType: 'eks',
    versionStatus: 'STANDARD_SUPPORT',
    releaseDate: later(1_759_363_200),
    endOfStandardSupportDate: later(1_796_169_600),
    endOfExtendedSupportDate: later(1_827_705_600),
  };
}

function insight(id: string, name: string, category: string, status: string) {
  return {
    id,
    name,
    category,
    kubernetesVersion: '1.35',
    lastRefreshTime: NOW,
    lastTransitionTime: NOW,
    description: 'long',
    insightStatus: { status, reason: `${status} because` },
  };
}
