import { EKSCTL_ENTRY_TYPES } from '../../knowledge/aws/access-entries';
import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import { describeAccessEntries, describeNodeEntries } from './describe-access';
import { isProtected } from './describe-cluster';
import type { LeftOut } from './left-out';

/** What is described and eksctl has no word for, or is told to leave alone. */
export function eksctlLeavesOut(environment: EksEnvironment): readonly LeftOut[] {
  const { clusterName, compute, controlPlane, network } = environment;
  const blocks = compute.managedNodeGroups.filter(({ capacityType }) => capacityType === 'CAPACITY_BLOCK');
  const templates = compute.selfManagedNodeGroups.filter(({ launchTemplate }) => launchTemplate !== undefined);
  const entries = [...describeAccessEntries(environment), ...describeNodeEntries(environment)]
    .filter(({ type = 'STANDARD' }) => !EKSCTL_ENTRY_TYPES.includes(type))
    .map(({ principalArn, type }) => `${principalArn.split('/').at(-1)} (${type})`);
  const rows: readonly (LeftOut & { readonly is: boolean })[] = [
    {
      is: isProtected(environment),
      setting: 'controlPlane.deletionProtection',
      why: `eksctl has no word for it. Run \`aws eks update-cluster-config --name ${clusterName} --deletion-protection\` when the cluster is made.`,
    },
    {
      is: network.private === true && controlPlane.endpoints.public,
      setting: 'controlPlane.endpoints.public',
      why: `eksctl makes a private cluster with the private endpoint alone. Run \`aws eks update-cluster-config --name ${clusterName}\` when the cluster is made, or set public: false.`,
    },
    {
      is: entries.length > 0,
      setting: 'identity.accessEntries',
      why: `eksctl knows no entry of the type of ${listed(entries)}, and their nodes do not get in. \`--format cli\` has the calls.`,
    },
    {
      is: network.private === true || network.vpcEndpoints !== undefined,
      setting: 'network.vpcEndpoints',
      why: 'eksctl makes none, since they belong to the VPC. Make them before the cluster; `--format cli` has the calls.',
    },
    {
      is: compute.karpenter,
      setting: 'compute.karpenter',
      why: 'eksctl could install Karpenter too, and Argo CD would fight it. Install it in one way, which is not this one.',
    },
    {
      is: blocks.length > 0,
      setting: 'compute.managedNodeGroups',
      why: `eksctl buys a capacity block by a reservation, which is not described; ${listed(blocks.map(({ name }) => name))} would be on demand. Add \`capacityReservation\` to it, or use \`--format cli\`.`,
    },
    {
      is: templates.length > 0,
      setting: 'compute.selfManagedNodeGroups',
      why: `eksctl makes launch templates of its own for groups that EKS does not keep, so that of ${listed(templates.map(({ name }) => name))} is not used. Use \`--format cli\` for them.`,
    },
  ];
  return rows.filter(({ is }) => is).map(({ setting, why }) => ({ setting, why }));
}
