import { KUBERNETES_VERSIONS } from '../../knowledge/kubernetes/versions';
import type { JsonObject } from '../../model/json';
import { GITOPS_EXAMPLE } from './gitops-example';

/** What the sample app, its owner and their namespace are called. */
export const SAMPLE = 'hello';

/** Not the newest, which EKS may not offer yet. */
const kubernetesVersion = KUBERNETES_VERSIONS.at(-3) ?? '';

export const DEFAULTS: JsonObject = {
  sizes: { small: { cpu: '100m', memory: '128Mi' }, medium: { cpu: '250m', memory: '512Mi' } },
  owners: {
    platform: {
      platform: true,
      namespaces: ['kube-system'],
      clusterKinds: ['IngressClass', 'IngressClassParams.elbv2.k8s.aws', 'StorageClass'],
    },
    [SAMPLE]: { namespaces: [SAMPLE], clusterKinds: ['Namespace'] },
  },
};

/** Values of a cluster that does not exist: each is of the right form, and to be replaced. */
export const EKS: JsonObject = {
  platform: 'eks',
  tier: 'development',
  kubernetesVersion,
  clusterName: 'dev',
  domain: 'dev.example.com',
  gitops: { repoURL: 'https://git.example.com/platform.git', destination: { name: 'dev' } },
  region: 'eu-west-1',
  accountId: '111122223333',
  compute: { managedNodeGroups: [{ name: 'general', instanceTypes: ['m7i.large'] }] },
  network: {
    vpcId: 'vpc-0123456789abcdef0',
    cidrs: ['10.0.0.0/16'],
    subnets: {
      public: [
        { id: 'subnet-0123456789abcdea0', availabilityZone: 'eu-west-1a' },
        { id: 'subnet-0123456789abcdeb0', availabilityZone: 'eu-west-1b' },
      ],
      private: [
        { id: 'subnet-0123456789abcdea1', availabilityZone: 'eu-west-1a' },
        { id: 'subnet-0123456789abcdeb1', availabilityZone: 'eu-west-1b' },
      ],
    },
  },
  certificates: [
    {
      arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
      domains: ['*.dev.example.com'],
    },
  ],
};

/** Keys of a node group of either kind. */
const NODES: JsonObject = {
  labels: { team: 'shop' },
  taints: [{ key: 'team', value: 'shop', effect: 'NoSchedule' }],
  desiredSize: 3,
  amiType: 'AL2023_x86_64_STANDARD',
  diskSize: 80,
  subnets: ['subnet-0123456789abcdea1'],
  iamRole: 'nodes',
  launchTemplate: { id: 'lt-0123456789abcdef0', version: '1' },
};

const DISTRIBUTION: JsonObject = { onDemandBase: 1, onDemandPercentage: 25, spotStrategy: 'price-capacity-optimized' };

/** Keys of the examples that stand in place of others, of which a person picks one: they are shown as left out. */
export const ALTERNATIVES: readonly string[] = [
  'flux',
  'iamUser',
  'launchTemplate',
  'maxUnavailablePercentage',
  'podIdentity',
];

/** Of keys that `EKS` leaves out and that have no default, or one that shows little. */
export const EXAMPLES: JsonObject = {
  extends: 'eks.yaml',
  routes: {
    form: 'gateway',
    controller: 'load-balancer-controller',
    gatewayClassName: 'aws-alb',
    keepIngresses: true,
    gateway: { name: 'edge', namespace: 'edge' },
  },
  sizes: { large: { cpu: '1', memory: '2Gi' } },
  gitops: GITOPS_EXAMPLE,
  external: [{ group: '', kind: 'Secret', namespace: 'shop', name: 'database', keys: ['username', 'password'] }],
  values: { ordersTable: 'dev-orders' },
  owners: {
    shop: {
      namespaces: ['shop'],
      clusterKinds: ['Namespace'],
      repositories: ['https://git.example.com/shop.git'],
      applicationNamespaces: ['shop'],
      platform: true,
      addOns: ['metrics-server'],
    },
  },
  compute: {
    managedNodeGroups: [
      { ...NODES, releaseVersion: '1.34.1-20251112', update: { maxUnavailable: 1, maxUnavailablePercentage: 33 } },
    ],
    selfManagedNodeGroups: [{ name: 'old', instanceTypes: ['m6i.large'], ...NODES, distribution: DISTRIBUTION }],
    fargateProfiles: [
      {
        name: 'jobs',
        selectors: [{ namespace: 'jobs-*', labels: { compute: 'serverless' } }],
        iamRole: 'fargate',
        subnets: ['subnet-0123456789abcdea1'],
      },
    ],
    autoModePools: ['general-purpose', 'system'],
    nodeIamRole: 'nodes',
    fargateIamRole: 'fargate',
    autoModeIamRole: 'auto-nodes',
    karpenterIamRole: 'karpenter-nodes',
  },
  controlPlane: {
    iamRole: 'cluster',
    endpoints: { public: true, publicCidrs: ['203.0.113.0/24'] },
    secretsKey: 'secrets',
    deletionProtection: true,
    serviceCidr: '172.20.0.0/16',
    securityGroups: ['database-clients'],
    remoteNetworks: { nodes: ['192.168.0.0/24'], pods: ['192.168.128.0/20'], gateway: 'tgw-0123456789abcdef0' },
    tags: { team: 'platform' },
  },
  addOns: [
    {
      name: 'aws-ebs-csi-driver',
      version: 'v1.50.0-eksbuild.1',
      iamRole: 'ebs-csi',
      podIdentity: [{ serviceAccount: 'ebs-csi-controller-sa', iamRole: 'ebs-csi' }],
      configuration: { defaultStorageClass: { enabled: false } },
      namespace: 'kube-system',
    },
  ],
  capabilities: [
    {
      name: 'argocd',
      type: 'ARGOCD',
      iamRole: 'argocd',
      argocd: {
        namespace: 'argocd',
        identityCenter: 'arn:aws:sso:::instance/ssoins-0123456789abcdef',
        identityCenterRegion: 'eu-west-1',
        vpcEndpoints: ['vpce-0123456789abcdef0'],
        roles: [{ role: 'ADMIN', groups: ['0123456789-admins'], users: ['0123456789-ann'] }],
      },
    },
  ],
  prices: {
    date: '2026-11',
    fargate: { vcpuHour: 0.0364, gbHour: 0.004 },
    instances: { 'm7i.large': 0.081 },
    spot: { 'm7i.large': 0.045 },
  },
  network: {
    subnets: {
      controlPlane: [
        { id: 'subnet-0123456789abcdea2', availabilityZone: 'eu-west-1a' },
        { id: 'subnet-0123456789abcdeb2', availabilityZone: 'eu-west-1b' },
      ],
    },
    private: false,
    imageRegistries: ['mirror.example.com:5000'],
    imageMirrors: { 'docker.io': 'mirror.example.com:5000/docker-hub' },
    vpcEndpoints: ['ec2', 'ecr.api', 'ecr.dkr', 's3', 'sts'],
    securityGroups: { cluster: 'sg-0123456789abcdef0', 'database-clients': 'sg-0123456789abcdef1' },
  },
  certificates: [{}],
  storage: {
    efsFileSystems: { shared: 'fs-0123456789abcdef0' },
    kmsKeys: {
      ebs: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555',
      secrets: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666',
    },
  },
  identity: {
    mode: 'irsa',
    oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    ack: true,
    authenticationMode: 'API_AND_CONFIG_MAP',
    groups: ['auditors'],
    iamRoles: {
      orders: 'shop/orders',
      cluster: 'eks/cluster',
      nodes: 'eks/nodes',
      fargate: 'eks/fargate',
      'auto-nodes': 'eks/auto-nodes',
      'karpenter-nodes': 'eks/karpenter-nodes',
      'ebs-csi': 'eks/ebs-csi',
      argocd: 'eks/argocd',
      admins: 'admins',
      dns: 'eks/dns',
      zones: 'arn:aws:iam::444455556666:role/zones',
    },
    accessEntries: [
      {
        iamRole: 'admins',
        iamUser: 'ann',
        groups: ['auditors'],
        username: 'team:{{SessionName}}',
        policies: [{ name: 'AmazonEKSViewPolicy', namespaces: ['shop'] }],
        reason: 'the way in when all else fails',
      },
    ],
    podIdentityAssociations: [
      { namespace: 'external-dns', serviceAccount: 'external-dns', iamRole: 'dns', targetIamRole: 'zones' },
    ],
    identityProviders: [
      {
        name: 'company',
        issuerUrl: 'https://login.example.com',
        clientId: 'kubernetes',
        usernameClaim: 'email',
        usernamePrefix: 'oidc:',
        groupsClaim: 'groups',
        groupsPrefix: 'oidc:',
        requiredClaims: { hd: 'example.com' },
      },
    ],
    awsAuth: [{ iamRole: 'admins', iamUser: 'ann', username: 'ann', groups: ['auditors'] }],
  },
};

export const LAPTOP: JsonObject = {
  platform: 'kubernetes',
  tier: 'development',
  kubernetesVersion,
  clusterName: 'kind-local',
  domain: 'localtest.example.com',
  external: [
    { group: 'networking.k8s.io', kind: 'IngressClass', name: 'nginx' },
    { group: 'storage.k8s.io', kind: 'StorageClass', name: 'standard' },
  ],
  ingressClassName: 'nginx',
  storageClasses: { block: 'standard', shared: 'standard' },
};

export const RELEASE: JsonObject = {
  apps: { [SAMPLE]: { images: { web: { repository: 'ghcr.io/stefanprodan/podinfo', tag: '6.14.1' } } } },
};
