import type { AddOnVersions } from '../../../../src/model/facts';
import { type Plant, withFacts } from './plant';

const versions = (name: string, offered: Readonly<Record<string, readonly string[]>>): readonly AddOnVersions[] =>
  Object.entries(offered).map(([kubernetesVersion, list]) => ({ name, kubernetesVersion, versions: list }));

/** What readings and settings tell of the cluster, its add-ons and its support. */
export const CLUSTER_PLANTS: readonly Plant[] = [
  {
    what: 'an add-on of which another version fits both',
    from: '1.33',
    to: '1.34',
    change: withFacts({
      addOns: [{ name: 'coredns', version: 'v1.9.3-eksbuild.1' }],
      addOnVersions: versions('coredns', {
        '1.33': ['v1.9.3-eksbuild.1', 'v1.10.1-eksbuild.1', 'v1.11.4-eksbuild.2'],
        '1.34': ['v1.10.1-eksbuild.1', 'v1.11.4-eksbuild.2', 'v1.12.1-eksbuild.2'],
      }),
    }),
    found: ['blocks 1.34 add-on coredns'],
  },
  {
    what: 'the VPC CNI, two minor versions behind',
    from: '1.33',
    to: '1.34',
    change: withFacts({
      addOns: [{ name: 'vpc-cni', version: 'v1.17.1-eksbuild.1' }],
      addOnVersions: versions('vpc-cni', { '1.33': ['v1.20.4-eksbuild.2'], '1.34': ['v1.20.4-eksbuild.2'] }),
    }),
    found: ['blocks 1.34 add-on vpc-cni'],
  },
  {
    what: 'an add-on of which no version fits both',
    from: '1.33',
    to: '1.34',
    change: withFacts({
      addOns: [{ name: 'aws-efs-csi-driver', version: 'v2.0.0-eksbuild.1' }],
      addOnVersions: versions('aws-efs-csi-driver', { '1.33': ['v2.0.0-eksbuild.1'], '1.34': ['v2.1.0-eksbuild.1'] }),
    }),
    found: ['changes 1.34 add-on aws-efs-csi-driver'],
  },
  {
    what: 'an add-on that EKS has no more',
    from: '1.33',
    to: '1.34',
    change: withFacts({
      addOns: [{ name: 'kubecost', version: 'v1.0.0-eksbuild.1' }],
      addOnVersions: versions('kubecost', { '1.33': ['v1.0.0-eksbuild.1'], '1.34': [] }),
    }),
    found: ['blocks 1.34 add-on kubecost'],
  },
  {
    what: 'an add-on whose versions were not read with those of the others',
    from: '1.33',
    to: '1.34',
    change: (world) =>
      withFacts({ addOns: [...(world.facts?.addOns ?? []), { name: 'adot', version: 'v0.1.0' }] })(world),
    found: ['unknown 1.34 add-on adot'],
  },
  {
    what: 'add-ons of which only the next version was read',
    from: '1.33',
    to: '1.36',
    change: withFacts({
      addOnVersions: versions('coredns', { '1.33': ['v1.12.1-eksbuild.2'], '1.34': ['v1.12.1-eksbuild.2'] }),
    }),
    found: ['unknown 1.35 the add-ons'],
  },
  {
    what: 'add-ons without any version that was read',
    from: '1.33',
    to: '1.34',
    change: withFacts({ addOnVersions: [] }),
    found: ['unknown 1.34 the add-ons'],
  },
  {
    what: 'a cluster that was never read',
    from: '1.33',
    to: '1.34',
    change: (world) => ({ ...world, facts: undefined }),
    found: [
      'unknown 1.34 the add-ons',
      'unknown 1.34 updates in progress',
      'unknown 1.34 the node groups',
      'information 1.34 Kubernetes 1.33',
      'changes 1.34 Kubernetes 1.34',
      'unknown 1.34 the insights',
    ],
  },
  {
    what: 'add-ons that nobody was allowed to read',
    from: '1.33',
    to: '1.34',
    change: ({ facts, ...world }) => {
      const { addOns: _none, ...others } = facts ?? readingOf();
      return {
        ...world,
        facts: { ...others, unread: [{ reading: 'addOns', action: 'ListAddons', reason: 'denied' }] },
      };
    },
    found: ['unknown 1.34 the add-ons'],
  },
  {
    what: 'settings that name another version than the cluster runs',
    from: '1.33',
    to: '1.34',
    change: (world) => ({ ...world, environment: { ...world.environment, kubernetesVersion: '1.32' } }),
    found: ['changes 1.34 the settings'],
  },
  {
    what: 'an update in progress',
    from: '1.33',
    to: '1.34',
    change: withFacts({ updates: [{ type: 'VersionUpdate', of: 'cluster' }] }),
    found: ['blocks 1.34 the cluster'],
  },
  {
    what: 'a cluster that is ill, and not active',
    from: '1.33',
    to: '1.34',
    change: (world) =>
      withFacts({
        cluster: {
          ...(world.facts ?? readingOf()).cluster,
          status: 'FAILED',
          healthIssues: [
            { code: 'Ec2SubnetNotFound', message: 'A subnet was not found.' },
            { code: 'InternalFailure' },
          ],
        },
      })(world),
    found: ['blocks 1.34 the cluster', 'blocks 1.34 the cluster', 'blocks 1.34 the cluster'],
  },
  {
    what: 'a version that EKS did not offer yet',
    from: '1.36',
    to: '1.37',
    change: withFacts({
      clusterVersions: [{ version: '1.36', endOfStandardSupport: '2029-01-01', endOfExtendedSupport: '2030-01-01' }],
    }),
    found: ['blocks 1.37 the cluster', 'unknown 1.37 Kubernetes 1.37'],
  },
  {
    what: 'a version whose extended support ends soon',
    from: '1.32',
    to: '1.33',
    change: withFacts({
      clusterVersions: [
        { version: '1.32', endOfStandardSupport: '2026-01-23', endOfExtendedSupport: '2027-01-23' },
        { version: '1.33', endOfStandardSupport: '2029-01-01', endOfExtendedSupport: '2030-01-01' },
      ],
    }),
    found: ['changes 1.33 Kubernetes 1.32'],
  },
  {
    what: 'a version whose standard support ended, on a cluster that wants no other',
    from: '1.33',
    to: '1.34',
    change: (world) =>
      withFacts({
        cluster: { ...(world.facts ?? readingOf()).cluster, supportType: 'STANDARD' },
        clusterVersions: [
          { version: '1.33', endOfStandardSupport: '2026-07-29', endOfExtendedSupport: '2027-07-29' },
          { version: '1.34', endOfStandardSupport: '2029-01-01', endOfExtendedSupport: '2030-01-01' },
        ],
      })(world),
    found: ['changes 1.34 Kubernetes 1.33'],
  },
  {
    what: 'a target whose support is over',
    from: '1.30',
    to: '1.31',
    change: withFacts({
      clusterVersions: [
        { version: '1.30', endOfStandardSupport: '2029-01-01', endOfExtendedSupport: '2030-01-01' },
        { version: '1.31', endOfStandardSupport: '2025-11-26', endOfExtendedSupport: '2026-11-26' },
      ],
    }),
    found: ['blocks 1.31 Kubernetes 1.31'],
  },
  {
    what: 'insights that do not pass',
    from: '1.33',
    to: '1.35',
    change: withFacts({
      insights: [
        {
          name: 'Deprecated APIs',
          category: 'UPGRADE_READINESS',
          kubernetesVersion: '1.35',
          status: 'ERROR',
          reason: 'Calls were seen.',
          deprecations: [
            {
              usage: '/apis/a/v1beta1',
              replacedWith: '/apis/a/v1',
              stopServingVersion: '1.35',
              clients: ['helm', 'argo', 'kubectl', 'own'],
            },
          ],
          addOns: [{ name: 'coredns', versions: ['v1.12.1-eksbuild.2'] }],
          resources: ['nodes/a'],
        },
        { name: 'Kubelet skew', category: 'UPGRADE_READINESS', status: 'WARNING' },
        { name: 'Cluster health', category: 'UPGRADE_READINESS', status: 'UNKNOWN' },
        { name: 'Public endpoint', category: 'MISCONFIGURATION', status: 'ERROR', reason: 'It is open.' },
      ],
    }),
    found: [
      'blocks 1.35 insight Deprecated APIs',
      'changes 1.34 insight Kubelet skew',
      'unknown 1.34 insight Cluster health',
      'information 1.34 insight Public endpoint',
    ],
  },
];

function readingOf(): never {
  throw new Error('the world has no reading.');
}
