import { all, deployment, facts, general, noAddOn, objects, type Plant, serverless, settings } from './plants';

const GENERAL = 'node group general';

/** Disagreements about nodes, Fargate profiles, the Pods that run on them, and add-ons. */
export const NODE_PLANTS: readonly Plant[] = [
  {
    what: 'a node group that does not exist',
    change: facts(({ nodeGroups = [] }) => ({ nodeGroups: nodeGroups.map((one) => ({ ...one, name: 'other' })) })),
    found: [`problem node-groups ${GENERAL}`, 'problem node-groups node group other'],
  },
  {
    what: 'other instance types, one of which is too small',
    change: all(
      general({ instanceTypes: ['m7i.medium'] }),
      objects(deployment('large', {}, { cpu: '1500m', memory: '2Gi' })),
    ),
    found: [`problem node-groups ${GENERAL}`, 'problem largest-node Deployment shop/large'],
  },
  { what: 'another label', change: general({ labels: { pool: 'x' } }), found: [`problem node-groups ${GENERAL}`] },
  { what: 'Spot', change: general({ capacityType: 'SPOT' }), found: [`problem node-groups ${GENERAL}`] },
  {
    what: 'nodes that are too old',
    change: general({ kubernetesVersion: '1.30' }),
    found: [`problem kubelets ${GENERAL}`],
  },
  {
    what: 'nodes that stand in the way of the next upgrade',
    change: general({ kubernetesVersion: '1.31' }),
    found: [`problem kubelets ${GENERAL}`],
  },
  {
    what: 'a Fargate profile that does not exist',
    change: facts(() => ({ fargateProfiles: [] })),
    found: ['problem fargate-profiles Fargate profile serverless'],
  },
  {
    what: 'a Fargate profile that takes other Pods',
    change: serverless({ selectors: [{ namespace: 'serverless', labels: { tier: 'low' } }] }),
    found: ['problem fargate-profiles Fargate profile serverless'],
  },
  {
    what: 'a Fargate profile that nobody declares, which takes Pods that Fargate refuses',
    change: all(
      facts(({ fargateProfiles = [] }) => ({
        fargateProfiles: [
          ...fargateProfiles,
          { name: 'all', subnetIds: [], selectors: [{ namespace: 'shop', labels: {} }] },
        ],
      })),
      objects(deployment('net', { hostNetwork: true })),
    ),
    found: ['problem fargate-profiles Fargate profile all', 'problem placement Deployment shop/net'],
  },
  {
    what: 'a label that a Pod selects and the live nodes do not have',
    change: all(
      settings(({ compute }) => ({
        compute: {
          ...compute,
          managedNodeGroups: compute.managedNodeGroups.map((one) => ({ ...one, labels: { pool: 'fast' } })),
        },
      })),
      general({ labels: { pool: 'slow' } }),
      objects(deployment('fast', { nodeSelector: { pool: 'fast' } })),
    ),
    found: [`problem node-groups ${GENERAL}`, 'problem placement Deployment shop/fast'],
  },
  {
    what: 'a taint that a Pod does not tolerate',
    change: general({ taints: [{ key: 'team', value: 'x', effect: 'NO_SCHEDULE' }] }),
    found: ['problem node-group-parts node group general', 'problem placement Deployment shop/web'],
  },
  {
    what: 'a Pod that is larger than every node',
    change: objects(deployment('huge', {}, { cpu: '3', memory: '1Gi' })),
    found: ['problem largest-node Deployment shop/huge'],
  },
  {
    what: 'a Pod that fills the largest node',
    change: objects(deployment('full', {}, { cpu: '1950m', memory: '1Gi' })),
    found: ['unknown largest-node Deployment shop/full'],
  },
  {
    what: 'a Pod that fits no known type, where there are types whose size is not known',
    change: all(
      settings(({ compute }) => ({
        compute: {
          ...compute,
          managedNodeGroups: compute.managedNodeGroups.map((one) => ({
            ...one,
            instanceTypes: ['g5.xlarge', 'm7i.large'],
          })),
        },
      })),
      general({ instanceTypes: ['g5.xlarge', 'm7i.large'] }),
      objects(deployment('huge', {}, { cpu: '3', memory: '1Gi' })),
    ),
    found: ['unknown largest-node Deployment shop/huge'],
  },
  {
    what: 'a Pod whose memory is in one type and its CPUs in another',
    change: all(
      settings(({ compute }) => ({
        compute: {
          ...compute,
          managedNodeGroups: compute.managedNodeGroups.map((one) => ({
            ...one,
            instanceTypes: ['c7i.2xlarge', 'r7i.large'],
          })),
        },
      })),
      general({ instanceTypes: ['c7i.2xlarge', 'r7i.large'] }),
      objects(deployment('both', {}, { cpu: '3', memory: '15Gi' }), deployment('one', {}, { cpu: '7', memory: '8Gi' })),
    ),
    found: ['unknown largest-node Deployment shop/both'],
  },
  {
    what: 'facts without what they may be asked for',
    change: all(
      ({ facts: read, ...world }) => ({
        ...world,
        facts: { ...read, cluster: { arn: read.cluster.arn, kubernetesVersion: '1.34' } },
      }),
      general({ kubernetesVersion: '1.34' }),
      settings(({ network, compute }) => ({
        network: { ...network, private: true },
        compute: { ...compute, autoMode: true },
      })),
    ),
    found: [
      'unknown health the cluster',
      'unknown network network.securityGroups.cluster',
      'unknown network network.vpcId',
      'unknown endpoints controlPlane.endpoints.private',
      'unknown endpoints controlPlane.endpoints.public',
      'unknown control-plane-logs controlPlane.logs',
      'unknown secrets-key controlPlane.secretsKey',
      'unknown support-policy controlPlane.supportType',
      'unknown zonal-shift controlPlane.zonalShift',
      'unknown deletion-protection controlPlane.deletionProtection',
      'unknown auto-mode EKS Auto Mode',
      'unknown oidc-issuer the cluster',
      'unknown authentication-mode the cluster',
    ],
  },
  {
    what: 'an add-on of a version that does not fit',
    change: facts(({ addOns = [] }) => ({
      addOns: addOns.map((one) => (one.name === 'metrics-server' ? { ...one, version: 'v0.1.0-eksbuild.1' } : one)),
    })),
    found: ['problem add-on-versions add-on metrics-server'],
  },
  {
    what: 'an add-on of which nobody read the versions',
    change: facts(({ addOnVersions = [] }) => ({ addOnVersions: addOnVersions.slice(1) })),
    found: ['unknown add-on-versions the add-ons'],
  },
  {
    what: 'NetworkPolicies that nothing enforces',
    change: facts(({ addOns = [] }) => ({
      addOns: addOns.map(({ configuration: _left, ...one }) => one),
    })),
    found: ['problem add-ons add-on vpc-cni', 'problem network-policies 1 NetworkPolicy'],
  },
  { what: 'a CNI that nobody knows', change: noAddOn('vpc-cni'), found: ['unknown network-policies 1 NetworkPolicy'] },
];
