import type { EksEnvironment, FargateProfile, ManagedNodeGroup } from '../../../../src/model/environment';
import type { Facts } from '../../../../src/model/facts';
import { all, cluster, controlPlane, facts, general, type Plant, serverless, settings } from './plants';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

const roles = settings(({ identity }) => ({
  identity: { ...identity, iamRoles: { ...identity.iamRoles, nodes: 'nodes', admins: 'admins', dns: 'dns' } },
}));

const compute = (change: (compute: EksEnvironment['compute']) => Partial<EksEnvironment['compute']>) =>
  settings((environment) => ({ compute: { ...environment.compute, ...change(environment.compute) } }));

const group = (change: Partial<ManagedNodeGroup>) =>
  compute(({ managedNodeGroups }) => ({ managedNodeGroups: managedNodeGroups.map((one) => ({ ...one, ...change })) }));

const profile = (change: Partial<FargateProfile>) =>
  compute(({ fargateProfiles }) => ({ fargateProfiles: fargateProfiles.map((one) => ({ ...one, ...change })) }));

const entry = (change: Partial<NonNullable<EksEnvironment['identity']['accessEntries']>[number]> = {}) =>
  all(
    roles,
    settings(({ identity }) => ({
      identity: {
        ...identity,
        accessEntries: [{ iamRole: 'admins', type: 'STANDARD', groups: ['admins'], policies: [], ...change }],
      },
    })),
  );

const liveEntry = (change: Partial<NonNullable<Facts['accessEntries']>[number]> = {}) =>
  facts(({ accessEntries = [] }) => ({
    accessEntries: [
      ...accessEntries,
      { principalArn: role('admins'), type: 'STANDARD', kubernetesGroups: ['admins'], ...change },
    ],
  }));

const association = all(
  roles,
  settings(({ identity }) => ({
    identity: {
      ...identity,
      podIdentityAssociations: [
        { namespace: 'kube-system', serviceAccount: 'external-dns', iamRole: 'dns', disableSessionTags: false },
      ],
    },
  })),
);

const liveAssociation = (change: Partial<NonNullable<Facts['podIdentityAssociations']>[number]> = {}) =>
  facts(({ podIdentityAssociations = [] }) => ({
    podIdentityAssociations: [
      ...podIdentityAssociations,
      { namespace: 'kube-system', serviceAccount: 'external-dns', roleArn: role('dns'), ...change },
    ],
  }));

const CONTROL_PLANE = 'control-plane-parts the control plane';
const GENERAL = 'node-group-parts node group general';
const SERVERLESS = 'fargate-profile-parts Fargate profile serverless';
const ADMINS = `described-access-entries access entry of ${role('admins')}`;
const DNS = 'described-associations association of kube-system/external-dns';

/** Disagreements about what the settings say of each part of the cluster. */
export const PART_PLANTS: readonly Plant[] = [
  {
    what: 'a control plane with another role',
    change: all(roles, controlPlane({ iamRole: 'nodes' }), cluster({ roleArn: role('other') })),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'a control plane whose role nobody read',
    change: all(roles, controlPlane({ iamRole: 'nodes' })),
    found: [`unknown ${CONTROL_PLANE}`],
  },
  {
    what: 'a control plane in other subnets',
    change: all(
      settings(({ network }) => ({
        network: {
          ...network,
          subnets: {
            ...network.subnets,
            controlPlane: [{ id: 'subnet-0000000000000002a', availabilityZone: 'eu-west-1a' }],
          },
        },
      })),
      cluster({ subnetIds: ['subnet-0000000000000001a'] }),
    ),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'a control plane without the security group of the settings',
    change: all(controlPlane({ securityGroups: ['clients'] }), cluster({ securityGroupIds: [] })),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'a cluster of IPv6',
    change: cluster({ ipFamily: 'ipv6' }),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'other addresses of Services',
    change: all(controlPlane({ serviceCidr: '172.20.0.0/16' }), cluster({ serviceIpv4Cidr: '10.100.0.0/16' })),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'a larger control plane than is paid for by the settings',
    change: cluster({ controlPlaneTier: 'tier-xl' }),
    found: [`problem ${CONTROL_PLANE}`],
  },
  {
    what: 'other networks of hybrid nodes',
    change: all(
      controlPlane({ remoteNetworks: { nodes: ['10.80.0.0/16'], pods: ['10.81.0.0/16'], gateway: 'tgw-1' } }),
      cluster({ remoteNodeCidrs: ['10.82.0.0/16'], remotePodCidrs: ['10.83.0.0/16'] }),
    ),
    found: [`problem ${CONTROL_PLANE}`, `problem ${CONTROL_PLANE}`],
  },
  {
    what: 'a node group without the taint of the settings',
    change: group({ taints: [{ key: 'team', value: 'x', effect: 'PreferNoSchedule' }] }),
    found: [`problem ${GENERAL}`],
  },
  {
    what: 'a node group that is as it is described',
    change: all(
      roles,
      group({
        taints: [{ key: 'team', value: 'x', effect: 'PreferNoSchedule' }],
        minSize: 2,
        maxSize: 4,
        amiType: 'AL2023_x86_64_STANDARD',
        diskSize: 80,
        subnets: ['subnet-0000000000000001b', 'subnet-0000000000000001a'],
        iamRole: 'nodes',
        releaseVersion: '1.34.1-20251120',
        update: { maxUnavailablePercentage: 33 },
        repair: true,
      }),
      general({
        taints: [{ key: 'team', value: 'x', effect: 'PREFER_NO_SCHEDULE' }],
        minSize: 2,
        maxSize: 4,
        amiType: 'AL2023_x86_64_STANDARD',
        diskSize: 80,
        nodeRoleArn: role('nodes'),
        releaseVersion: '1.34.1-20251120',
        maxUnavailable: '33%',
        nodeRepair: true,
      }),
    ),
    found: [],
  },
  {
    what: 'a node group of other sizes',
    change: all(group({ minSize: 2, maxSize: 5 }), general({ minSize: 1, maxSize: 2 })),
    found: [`problem ${GENERAL}`, `problem ${GENERAL}`],
  },
  {
    what: 'a node group of which the settings leave sizes and repair to what holds by itself',
    change: general({ minSize: 1, maxSize: 2, nodeRepair: false }),
    found: [`warning ${GENERAL}`, `warning ${GENERAL}`, `warning ${GENERAL}`],
  },
  {
    what: 'a node group whose sizes nobody read',
    change: group({ minSize: 2, maxSize: 5 }),
    found: [`unknown ${GENERAL}`],
  },
  {
    what: 'a node group in one zone instead of two',
    change: all(
      group({ subnets: ['subnet-0000000000000001a', 'subnet-0000000000000001b'] }),
      general({ subnetIds: ['subnet-0000000000000001a'] }),
    ),
    found: [`problem ${GENERAL}`],
  },
  {
    what: 'a node group with another role, image and disk',
    change: all(
      roles,
      group({ iamRole: 'nodes', amiType: 'BOTTLEROCKET_x86_64', diskSize: 80 }),
      general({ nodeRoleArn: role('other'), amiType: 'AL2023_x86_64_STANDARD', diskSize: 20 }),
    ),
    found: [`problem ${GENERAL}`, `problem ${GENERAL}`, `problem ${GENERAL}`],
  },
  {
    what: 'a node group of another release, update and repair',
    change: all(
      group({ releaseVersion: '1.34.1-20251120', update: { maxUnavailable: 1 }, repair: true }),
      general({ releaseVersion: '1.34.1-20250101', maxUnavailable: '50%', nodeRepair: false }),
    ),
    found: [`problem ${GENERAL}`, `problem ${GENERAL}`, `warning ${GENERAL}`],
  },
  {
    what: 'a node group of another version of its template',
    change: all(
      group({ launchTemplate: { id: 'lt-0123456789abcdef0', version: '3' } }),
      general({ launchTemplate: 'lt-0123456789abcdef0 2' }),
    ),
    found: [`problem ${GENERAL}`],
  },
  {
    what: 'a Fargate profile with another role and in other subnets',
    change: all(
      roles,
      profile({ iamRole: 'nodes', subnets: ['subnet-0000000000000001a'] }),
      serverless({ podExecutionRoleArn: role('other') }),
    ),
    found: [`problem ${SERVERLESS}`, `problem ${SERVERLESS}`],
  },
  { what: 'an access entry of the settings that is there', change: all(entry(), liveEntry()), found: [] },
  { what: 'an access entry of the settings that is missing', change: entry(), found: [`problem ${ADMINS}`] },
  {
    what: 'an access entry with other groups than those of the settings',
    change: all(entry(), liveEntry({ kubernetesGroups: ['readers'] })),
    found: [`problem ${ADMINS}`],
  },
  {
    what: 'an access entry with a policy that the settings give in one namespace alone',
    change: all(
      entry({ policies: [{ name: 'AmazonEKSEditPolicy', namespaces: ['shop'] }] }),
      liveEntry({
        accessPolicies: [{ policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy', scope: 'cluster' }],
      }),
    ),
    found: [`problem ${ADMINS}`],
  },
  {
    what: 'an access entry of another type and username',
    change: all(entry({ username: 'admin', groups: [] }), liveEntry({ type: 'EC2', username: 'root' })),
    found: [`problem ${ADMINS}`, `problem ${ADMINS}`, `problem ${ADMINS}`],
  },
  {
    what: 'nodes of Karpenter that no access entry lets in',
    change: all(
      roles,
      compute(() => ({ karpenter: true, karpenterIamRole: 'nodes' })),
    ),
    found: [`problem described-access-entries access entry of ${role('nodes')}`],
  },
  {
    what: 'access entries that nobody describes, beside those that EKS makes',
    change: facts(({ accessEntries = [] }) => ({
      accessEntries: [
        ...accessEntries,
        { principalArn: role('nodes'), type: 'EC2_LINUX' },
        { principalArn: role('ack'), type: 'STANDARD' },
        { principalArn: role('aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS'), type: 'STANDARD' },
        { principalArn: role('old-admins'), type: 'STANDARD' },
      ],
    })),
    found: ['warning not-described access entries'],
  },
  {
    what: 'the entry of who made the cluster',
    change: all(
      controlPlane({ creatorIsAdmin: true }),
      facts(({ accessEntries = [] }) => ({
        accessEntries: [
          ...accessEntries,
          {
            principalArn: role('creator'),
            type: 'STANDARD',
            accessPolicies: [
              { policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', scope: 'cluster' },
            ],
          },
        ],
      })),
    ),
    found: [],
  },
  { what: 'an association of the settings that is there', change: all(association, liveAssociation()), found: [] },
  { what: 'an association of the settings that is missing', change: association, found: [`problem ${DNS}`] },
  {
    what: 'an association of the settings with other roles and without session tags',
    change: all(
      association,
      liveAssociation({ roleArn: role('other'), targetRoleArn: role('target'), disableSessionTags: true }),
    ),
    found: [`problem ${DNS}`, `problem ${DNS}`, `problem ${DNS}`],
  },
  {
    what: 'an association that nobody describes',
    change: liveAssociation(),
    found: ['warning not-described Pod Identity associations'],
  },
  {
    what: 'a capability of the settings that is missing',
    change: settings(({ capabilities }) => ({
      capabilities: [...capabilities, { name: 'kro', type: 'KRO', iamRole: 'ack' }],
    })),
    found: ['problem capabilities capability kro'],
  },
  {
    what: 'a capability of another role',
    change: settings(() => ({ capabilities: [{ name: 'ack', type: 'ACK', iamRole: 'carts' }] })),
    found: ['problem capabilities capability ack'],
  },
  {
    what: 'add-ons that nobody describes',
    change: settings(({ addOns }) => ({ addOns: addOns.slice(2) })),
    found: ['warning not-described add-ons'],
  },
];
