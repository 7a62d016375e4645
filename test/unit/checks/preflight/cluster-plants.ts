import { all, cluster, controlPlane, facts, general, type Plant, serverless, settings } from './plants';

const GENERAL = 'node group general';

/** Disagreements about the cluster, its health, its network and EKS Auto Mode. */
export const CLUSTER_PLANTS: readonly Plant[] = [
  {
    what: 'another version',
    change: settings(() => ({ kubernetesVersion: '1.33' })),
    found: ['problem version the cluster'],
  },
  {
    what: 'standard support that ends in days, and no other',
    change: all(cluster({ supportType: 'STANDARD' }), controlPlane({ supportType: 'STANDARD' })),
    found: ['problem end-of-support Kubernetes 1.34'],
  },
  {
    what: 'extended support that is over, of a cluster whose calendar was not read',
    change: all(
      cluster({ kubernetesVersion: '1.30' }),
      settings(() => ({ kubernetesVersion: '1.30' })),
      general({ kubernetesVersion: '1.30' }),
      facts(() => ({ clusterVersions: [], addOnVersions: [] })),
    ),
    found: ['problem end-of-support Kubernetes 1.30', 'unknown add-on-versions the add-ons'],
  },
  {
    what: 'a version that no calendar has',
    change: all(
      cluster({ kubernetesVersion: '1.37' }),
      settings(() => ({ kubernetesVersion: '1.37' })),
      general({ kubernetesVersion: '1.37' }),
    ),
    found: ['unknown end-of-support Kubernetes 1.37', 'unknown add-on-versions the add-ons'],
  },
  {
    what: 'a cluster whose key is gone',
    change: cluster({ healthIssues: [{ code: 'KmsKeyNotFound', message: 'the key was deleted' }] }),
    found: ['problem health the cluster'],
  },
  {
    what: 'a node group that could not be made',
    change: general({ status: 'CREATE_FAILED' }),
    found: [`problem health ${GENERAL}`],
  },
  {
    what: 'an add-on that is degraded',
    change: facts(({ addOns = [] }) => ({
      addOns: addOns.map((one) => (one.name === 'vpc-cni' ? { ...one, status: 'DEGRADED' } : one)),
    })),
    found: ['problem health add-on vpc-cni'],
  },
  {
    what: 'an update that is in progress',
    change: all(
      cluster({ status: 'UPDATING' }),
      facts(() => ({ updates: [{ type: 'VersionUpdate', of: 'cluster' }] })),
    ),
    found: ['unknown health the cluster'],
  },
  {
    what: 'an insight that is an error',
    change: facts(() => ({
      insights: [
        {
          name: 'Deprecated APIs',
          category: 'UPGRADE_READINESS',
          status: 'ERROR',
          reason: 'Deprecated API usage was found',
          resources: ['/apis/a/v1beta1/b'],
        },
      ],
    })),
    found: ['problem insights insight Deprecated APIs'],
  },
  { what: 'another VPC', change: cluster({ vpcId: 'vpc-9' }), found: ['problem network network.vpcId'] },
  {
    what: 'another cluster security group',
    change: cluster({ clusterSecurityGroupId: 'sg-9' }),
    found: ['problem network network.securityGroups.cluster'],
  },
  {
    what: 'a private environment whose cluster has a public endpoint',
    change: settings(({ network }) => ({ network: { ...network, private: true } })),
    found: ['problem network network.private'],
  },
  {
    what: 'a private environment whose cluster has no private endpoint',
    change: all(
      settings(({ network }) => ({ network: { ...network, private: true } })),
      controlPlane({ endpoints: { private: true, public: false, publicCidrs: [] } }),
      cluster({ endpointPublicAccess: false, endpointPrivateAccess: false }),
    ),
    found: ['problem endpoints controlPlane.endpoints.private'],
  },
  {
    what: 'a node group in a subnet that nobody lists',
    change: general({ subnetIds: ['subnet-9'] }),
    found: [`problem zones ${GENERAL}`],
  },
  {
    what: 'a Fargate profile in a subnet that nobody lists',
    change: serverless({ subnetIds: ['subnet-8'] }),
    found: ['problem zones Fargate profile serverless'],
  },
  { what: 'Auto Mode that is on', change: cluster({ autoMode: true }), found: ['problem auto-mode EKS Auto Mode'] },
  {
    what: 'Auto Mode that is off',
    change: settings(({ compute }) => ({ compute: { ...compute, autoMode: true } })),
    found: ['problem auto-mode EKS Auto Mode'],
  },
];
