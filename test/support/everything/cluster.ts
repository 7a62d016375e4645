import * as door from 'cdk8s-eks';
import { eksEnvironment } from '../environment';
import type { Entries } from './entry';

/** A cluster with one of everything that ACK has a kind for. */
export const WHOLE = () => {
  const base = eksEnvironment();
  const { compute, identity, network } = base;
  return eksEnvironment({
    controlPlane: {
      ...base.controlPlane,
      iamRole: 'cluster',
      endpoints: { private: true, public: true, publicCidrs: ['203.0.113.0/24'] },
      secretsKey: 'ebs',
      serviceCidr: '172.20.0.0/16',
      scalingTier: 'tier-xl',
      securityGroups: ['clients'],
      remoteNetworks: { nodes: ['192.168.0.0/24'], pods: ['192.168.128.0/20'], gateway: 'tgw-0123456789abcdef0' },
      tags: { team: 'platform' },
    },
    compute: {
      ...compute,
      managedNodeGroups: [
        ...compute.managedNodeGroups,
        {
          name: 'spot',
          instanceTypes: ['m7g.large', 'm6g.large'],
          capacityType: 'SPOT',
          labels: { team: 'shop' },
          taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }],
          minSize: 0,
          maxSize: 20,
          desiredSize: 2,
          diskSize: 100,
          update: { maxUnavailablePercentage: 33 },
          releaseVersion: '1.34.1-20251112',
        },
        {
          name: 'own',
          instanceTypes: [],
          capacityType: 'ON_DEMAND',
          labels: {},
          launchTemplate: { id: 'lt-0123456789abcdef0', version: '3' },
        },
      ],
      selfManagedNodeGroups: [
        {
          name: 'legacy',
          instanceTypes: ['m6i.large', 'm5.large'],
          labels: { team: 'old' },
          taints: [{ key: 'old', effect: 'NoExecute' }],
          distribution: { onDemandBase: 1, onDemandPercentage: 25, spotStrategy: 'capacity-optimized' },
        },
        {
          name: 'templated',
          instanceTypes: ['m6i.large'],
          labels: {},
          launchTemplate: { id: 'lt-0123456789abcdef1', version: '1' },
        },
      ],
      karpenter: true,
      nodeIamRole: 'nodes',
      fargateIamRole: 'fargate',
      karpenterIamRole: 'karpenter',
    },
    network: { ...network, vpcEndpoints: ['ec2', 'ecr.api', 's3'] },
    identity: {
      ...identity,
      authenticationMode: 'API_AND_CONFIG_MAP',
      iamRoles: {
        cluster: 'eks/cluster',
        nodes: 'eks/nodes',
        fargate: 'eks/fargate',
        karpenter: 'eks/karpenter',
        ebs: 'eks/ebs',
        argocd: 'eks/argocd',
        admins: 'admins',
        zones: 'arn:aws:iam::444455556666:role/zones',
      },
      accessEntries: [
        {
          iamRole: 'admins',
          type: 'STANDARD',
          groups: ['admins'],
          username: 'team:{{SessionName}}',
          policies: [{ name: 'AmazonEKSViewPolicy', namespaces: ['shop'] }, { name: 'AmazonEKSClusterAdminPolicy' }],
          reason: 'the way in when all else fails',
        },
        { iamUser: 'staff/ann', type: 'STANDARD', groups: ['auditors'], policies: [] },
      ],
      podIdentityAssociations: [
        { namespace: 'dns', serviceAccount: 'dns', iamRole: 'ebs', targetIamRole: 'zones', disableSessionTags: true },
      ],
      identityProviders: [
        {
          name: 'company',
          issuerUrl: 'https://login.example.com/oidc',
          clientId: 'kubernetes',
          usernameClaim: 'email',
          groupsClaim: 'groups',
          groupsPrefix: 'oidc:',
          requiredClaims: { hd: 'example.com' },
        },
      ],
      awsAuth: [{ iamUser: 'bob', username: 'bob', groups: ['auditors'] }],
    },
    addOns: [
      {
        name: 'aws-ebs-csi-driver',
        version: 'v1.50.0-eksbuild.1',
        podIdentity: [{ serviceAccount: 'ebs-csi-controller-sa', iamRole: 'ebs' }],
        configuration: '{"controller":{"replicaCount":2}}',
        resolveConflicts: 'OVERWRITE',
        namespace: 'kube-system',
      },
      { name: 'vpc-cni', iamRole: 'ebs', podIdentity: [], resolveConflicts: 'NONE' },
    ],
    capabilities: [
      {
        name: 'argocd',
        type: 'ARGOCD',
        iamRole: 'argocd',
        argocd: {
          identityCenter: 'arn:aws:sso:::instance/ssoins-0123456789abcdef',
          vpcEndpoints: ['vpce-0123456789abcdef0'],
          roles: [{ role: 'ADMIN', groups: ['group-1'], users: ['user-1'] }],
        },
      },
      { name: 'kro', type: 'KRO', iamRole: 'argocd' },
    ],
  });
};

/** Without nodes: what EKS makes of as little as it takes. */
export const LEAST = () => {
  const base = eksEnvironment();
  return eksEnvironment({
    controlPlane: { ...base.controlPlane, iamRole: 'cluster' },
    compute: { ...base.compute, managedNodeGroups: [], fargateProfiles: [] },
    identity: { ...base.identity, iamRoles: { cluster: 'cluster' } },
  });
};

/** EKS runs the nodes. */
export const AUTO = () => {
  const base = LEAST();
  return eksEnvironment({
    ...base,
    compute: { ...base.compute, autoMode: true, autoModeIamRole: 'nodes' },
    identity: { ...base.identity, iamRoles: { cluster: 'cluster', nodes: 'auto-nodes' } },
  });
};

export const CLUSTER: Entries = {
  EksCluster: {
    least: (scope) => new door.EksCluster(scope, 'least', { of: LEAST() }),
    most: (scope) =>
      new door.EksCluster(scope, 'most', {
        of: WHOLE(),
        adopt: true,
        deletionPolicy: 'delete',
        reason: 'a cluster for an afternoon',
        overrides: { nodeGroups: { spot: { spec: { version: '1.34' } } } },
      }),
  },
};
