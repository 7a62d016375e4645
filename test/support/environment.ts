import { parse } from 'valibot';
import { environmentSchema, toSettings } from '../../src/load/settings/schema';
import type { EksEnvironment, KubernetesEnvironment } from '../../src/model/environment';
import { deepFreeze } from '../../src/model/json';

/** Settings as a file would hold them, with the defaults that reading adds, so that a new setting needs no line here. */
function read<P extends 'eks' | 'kubernetes'>(platform: P, settings: Readonly<Record<string, unknown>>) {
  const owners = Object.fromEntries(
    Object.entries(OWNERS).map(([name, { name: _name, ...owner }]) => [name, owner] as const),
  );
  const whole = toSettings(parse(environmentSchema, { ...settings, platform, owners }));
  if (whole.platform !== platform) throw new Error(`the settings are not of ${platform}`);
  return { ...(whole as Extract<typeof whole, { readonly platform: P }>), owners: OWNERS, release: { apps: {} } };
}

const SIZES = { small: { cpu: '100m', memory: '128Mi' }, medium: { cpu: '250m', memory: '512Mi' } };

const OWNERS = {
  platform: {
    name: 'platform',
    namespaces: ['*'],
    clusterKinds: ['Namespace', 'StorageClass', 'IngressClass', 'ClusterRole', 'ClusterRoleBinding'],
    repositories: [],
    platform: true,
  },
  retail: { name: 'retail', namespaces: ['shop', 'shop-*'], clusterKinds: [], repositories: [], platform: false },
};

/** An EKS environment with one of everything, for tests that care about a part of it. */
export function eksEnvironment(overrides: Partial<EksEnvironment> = {}): EksEnvironment {
  const settings = {
    tier: 'production',
    kubernetesVersion: '1.34',
    clusterName: 'test-cluster',
    domain: 'test.example.com',
    policyLevel: 'restricted',
    minReplicas: 2,
    sizes: SIZES,
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
      securityGroups: { cluster: 'sg-00000000000000001', clients: 'sg-00000000000000002' },
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
      syncPolicy: { automated: true, prune: true, selfHeal: true, pruneLast: true },
    },
  };
  return deepFreeze({
    ...read('eks', settings),
    name: 'test',
    ...overrides,
  });
}

/** A plain cluster such as kind. */
export function kubernetesEnvironment(overrides: Partial<KubernetesEnvironment> = {}): KubernetesEnvironment {
  const settings = {
    tier: 'development',
    kubernetesVersion: '1.34',
    clusterName: 'kind',
    domain: 'localtest.example.com',
    minReplicas: 2,
    sizes: SIZES,
    ingressClassName: 'nginx',
    storageClasses: { block: 'standard', shared: 'standard' },
  };
  return deepFreeze({ ...read('kubernetes', settings), name: 'local', ...overrides });
}

/** An EKS environment that nothing leads into from the internet. */
export function privateEnvironment(): EksEnvironment {
  const environment = eksEnvironment();
  return eksEnvironment({ network: { ...environment.network, private: true } });
}
