const addOnVersions = (name: string, versions: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(versions).map(([kubernetesVersion, list]) => ({
    name,
    kubernetesVersion,
    default: list.at(-1),
    versions: list,
  }));

/** Production as it was read before an upgrade that nothing stands in the way of. */
export const READY_FACTS = {
  schemaVersion: 1,
  clusterName: 'prod-eu-central-1',
  accountId: '444455556666',
  region: 'eu-central-1',
  cluster: {
    arn: 'arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1',
    kubernetesVersion: '1.33',
    status: 'ACTIVE',
    supportType: 'EXTENDED',
    oidcIssuer: 'oidc.eks.eu-central-1.amazonaws.com/id/E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7',
    vpcId: 'vpc-0e7e7e7e7e7e7',
    autoMode: false,
  },
  nodeGroups: [{ name: 'general', status: 'ACTIVE', kubernetesVersion: '1.33', amiType: 'AL2023_x86_64_STANDARD' }],
  fargateProfiles: [],
  addOns: [
    { name: 'coredns', version: 'v1.12.1-eksbuild.2' },
    { name: 'kube-proxy', version: 'v1.33.5-eksbuild.2' },
    { name: 'vpc-cni', version: 'v1.20.4-eksbuild.2' },
  ],
  addOnVersions: [
    ...addOnVersions('coredns', {
      '1.33': ['v1.12.1-eksbuild.2'],
      '1.34': ['v1.12.1-eksbuild.2', 'v1.12.3-eksbuild.1'],
    }),
    ...addOnVersions('kube-proxy', {
      '1.33': ['v1.33.5-eksbuild.2'],
      '1.34': ['v1.33.5-eksbuild.2', 'v1.34.0-eksbuild.2'],
    }),
    ...addOnVersions('vpc-cni', { '1.33': ['v1.20.4-eksbuild.2'], '1.34': ['v1.20.4-eksbuild.2'] }),
  ],
  clusterVersions: [
    { version: '1.33', endOfStandardSupport: '2026-07-29', endOfExtendedSupport: '2027-07-29' },
    { version: '1.34', endOfStandardSupport: '2026-12-02', endOfExtendedSupport: '2027-12-02' },
  ],
  insights: [{ name: 'Deprecated APIs', category: 'UPGRADE_READINESS', kubernetesVersion: '1.34', status: 'PASSING' }],
  updates: [],
};

/** The same with an obstacle of each kind that a reading can tell of. */
export const PLANTED_FACTS = {
  ...READY_FACTS,
  cluster: {
    ...READY_FACTS.cluster,
    healthIssues: [{ code: 'Ec2SubnetNotFound', message: 'The subnet subnet-0e7e7e7e7e7e7a2 was not found.' }],
  },
  nodeGroups: [
    ...READY_FACTS.nodeGroups,
    { name: 'last-of-al2', status: 'ACTIVE', kubernetesVersion: '1.32', amiType: 'AL2_x86_64' },
    { name: 'own-image', status: 'ACTIVE', kubernetesVersion: '1.33', amiType: 'CUSTOM' },
  ],
  fargateProfiles: [{ name: 'games', selectors: [{ namespace: 'game-2048', labels: {} }] }],
  addOns: [
    { name: 'aws-efs-csi-driver', version: 'v2.0.0-eksbuild.1' },
    { name: 'coredns', version: 'v1.11.4-eksbuild.2' },
    { name: 'kube-proxy', version: 'v1.33.5-eksbuild.2', configuration: { mode: 'ipvs', ipvs: { scheduler: 'rr' } } },
    { name: 'vpc-cni', version: 'v1.18.6-eksbuild.1' },
  ],
  addOnVersions: [
    ...READY_FACTS.addOnVersions,
    ...addOnVersions('aws-efs-csi-driver', { '1.33': ['v2.0.0-eksbuild.1'], '1.34': ['v2.1.12-eksbuild.1'] }),
  ],
  insights: [
    {
      name: 'Deprecated APIs removed in Kubernetes version 1.37',
      category: 'UPGRADE_READINESS',
      kubernetesVersion: '1.37',
      status: 'ERROR',
      reason: 'Deprecated API usage detected within last 30 days.',
      deprecations: [
        {
          usage: '/apis/storage.k8s.io/v1beta1/volumeattributesclasses',
          replacedWith: '/apis/storage.k8s.io/v1/volumeattributesclasses',
          stopServingVersion: '1.37',
          clients: ['legacy-operator/v0.3'],
        },
      ],
    },
    {
      name: 'kube-proxy version skew',
      category: 'UPGRADE_READINESS',
      kubernetesVersion: '1.34',
      status: 'WARNING',
      reason: 'A version is behind.',
    },
  ],
  updates: [{ type: 'AddonUpdate', of: 'add-on vpc-cni' }],
};
