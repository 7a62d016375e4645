import type { EksEnvironment, KubernetesEnvironment } from '../../src/model/environment';
import { deepFreeze } from '../../src/model/json';

/** An EKS environment with one of everything, for tests that care about a part of it. */
export function eksEnvironment(overrides: Partial<EksEnvironment> = {}): EksEnvironment {
  return deepFreeze({
    platform: 'eks',
    name: 'test',
    tier: 'production',
    kubernetesVersion: '1.34',
    clusterName: 'test-cluster',
    domain: 'test.example.com',
    policyLevel: 'restricted',
    minReplicas: 2,
    sizes: { small: { cpu: '100m', memory: '128Mi' }, medium: { cpu: '250m', memory: '512Mi' } },
    region: 'eu-west-1',
    partition: 'aws',
    accountId: '111122223333',
    compute: {
      managedNodeGroups: [{ name: 'general', instanceTypes: ['m7i.large'], capacityType: 'ON_DEMAND', labels: {} }],
      selfManagedNodeGroups: [],
      fargateProfiles: [{ name: 'serverless', selectors: [{ namespace: 'serverless', labels: {} }] }],
      karpenter: false,
      autoMode: false,
    },
    network: {
      vpcId: 'vpc-0123456789abcdef0',
      cidrs: ['10.10.0.0/16'],
      subnets: {
        public: [
          { id: 'subnet-0000000000000000a', availabilityZone: 'eu-west-1a' },
          { id: 'subnet-0000000000000000b', availabilityZone: 'eu-west-1b' },
        ],
        private: [
          { id: 'subnet-0000000000000001a', availabilityZone: 'eu-west-1a' },
          { id: 'subnet-0000000000000001b', availabilityZone: 'eu-west-1b' },
        ],
      },
    },
    certificates: [
      {
        arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
        domains: ['test.example.com', '*.test.example.com'],
      },
    ],
    storage: {
      efsFileSystems: { shared: 'fs-0123456789abcdef0' },
      kmsKeys: { ebs: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666' },
    },
    identity: {
      mode: 'irsa',
      oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      iamRoles: { carts: 'retail/carts' },
    },
    gitops: {
      repoURL: 'https://git.example.com/platform.git',
      branch: 'main',
      pathPrefix: 'dist',
      namespace: 'argocd',
      version: '3.2',
      flavour: 'self-managed',
      destination: { server: 'https://kubernetes.default.svc' },
      syncPolicy: { automated: true, prune: true, selfHeal: true },
    },
    external: [],
    values: {},
    owners: {
      platform: {
        name: 'platform',
        namespaces: ['*'],
        clusterKinds: ['Namespace', 'StorageClass', 'IngressClass', 'ClusterRole', 'ClusterRoleBinding'],
        repositories: [],
        platform: true,
      },
      retail: { name: 'retail', namespaces: ['shop', 'shop-*'], clusterKinds: [], repositories: [], platform: false },
    },
    release: { apps: {} },
    ...overrides,
  });
}

/** A plain cluster such as kind. */
export function kubernetesEnvironment(overrides: Partial<KubernetesEnvironment> = {}): KubernetesEnvironment {
  const { kubernetesVersion, policyLevel, minReplicas, sizes, external, values, owners, release } = eksEnvironment();
  return deepFreeze({
    platform: 'kubernetes',
    name: 'local',
    tier: 'development',
    kubernetesVersion,
    clusterName: 'kind',
    domain: 'localtest.example.com',
    policyLevel,
    minReplicas,
    sizes,
    external,
    values,
    owners,
    release,
    ingressClassName: 'nginx',
    storageClasses: { block: 'standard', shared: 'standard' },
    ...overrides,
  });
}
