import type { EksEnvironment, FargateProfile, ManagedNodeGroup } from '../../../../src/model/environment';
import { all, cluster, controlPlane, general, type Plant, serverless, settings } from './plants';

export const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

export const roles = settings(({ identity }) => ({
  identity: { ...identity, iamRoles: { ...identity.iamRoles, nodes: 'nodes', admins: 'admins', dns: 'dns' } },
}));

export const compute = (change: (compute: EksEnvironment['compute']) => Partial<EksEnvironment['compute']>) =>
  settings((environment) => ({ compute: { ...environment.compute, ...change(environment.compute) } }));

const group = (change: Partial<ManagedNodeGroup>) =>
  compute(({ managedNodeGroups }) => ({ managedNodeGroups: managedNodeGroups.map((one) => ({ ...one, ...change })) }));

const profile = (change: Partial<FargateProfile>) =>
  compute(({ fargateProfiles }) => ({ fargateProfiles: fargateProfiles.map((one) => ({ ...one, ...change })) }));

const CONTROL_PLANE = 'control-plane-parts the control plane';
const GENERAL = 'node-group-parts node group general';
const SERVERLESS = 'fargate-profile-parts Fargate profile serverless';

/** Disagreements about what the settings say of the control plane, node groups and Fargate profiles. */
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
];
