import { TAINT_EFFECTS } from '../../knowledge/aws/taint-effects';
import { NODE_GROUP_DEFAULTS } from '../../model/cluster/defaults';
import { nodeRole } from '../../model/cluster/describe-compute';
import type { EksEnvironment, ManagedNodeGroup } from '../../model/environment';
import type { NodeGroupFacts } from '../../model/facts';
import { comparedParts, type Part, plainText, setText } from './parts';
import type { PreflightCheck } from './preflight-check';

export const nodeGroupParts: PreflightCheck = {
  id: 'node-group-parts',
  asks: 'The node groups have the taints, sizes, subnets, role, image, disk, update and repair that the settings name.',
  needs: ['nodeGroups'],
  fine: 'the node groups are made as the settings say.',
  judge({ environment, facts }) {
    return environment.compute.managedNodeGroups.flatMap((group) => {
      const live = facts.nodeGroups?.find(({ name }) => name === group.name);
      if (live === undefined) return [];
      const subject = `node group ${group.name}`;
      return [
        ...comparedParts(environment, subject, changeable(group, live), 'update the node group'),
        ...comparedParts(environment, subject, fixed(environment, group, live), 'replace the node group'),
      ];
    });
  },
};

function changeable(group: ManagedNodeGroup, live: NodeGroupFacts): readonly Part[] {
  const { taints, minSize, maxSize, update, repair, releaseVersion, launchTemplate } = group;
  return [
    {
      field: 'taints',
      says: setText(taints?.map(({ key, value, effect }) => taintText(key, value, TAINT_EFFECTS[effect]))),
      // EKS leaves the list out where there are none.
      is: setText((live.taints ?? []).map(({ key, value, effect }) => taintText(key, value, effect))),
      after: 'Pods come to its nodes that should not, or stay Pending',
    },
    {
      field: 'least size',
      says: plainText(minSize),
      assumed: minSize === NODE_GROUP_DEFAULTS.minSize,
      is: plainText(live.minSize),
      after: 'It has fewer or more nodes at rest than were reviewed',
    },
    {
      field: 'largest size',
      says: plainText(maxSize),
      assumed: maxSize === NODE_GROUP_DEFAULTS.maxSize,
      is: plainText(live.maxSize),
      after: 'Pods stay Pending, or cost more, at another load than was reviewed',
    },
    {
      field: 'nodes that an update takes at once',
      says: updateText(update),
      is: live.maxUnavailable,
      after: 'An update takes more nodes away, or takes longer, than was reviewed',
    },
    {
      field: 'repair',
      says: plainText(repair),
      assumed: repair === NODE_GROUP_DEFAULTS.repair,
      // EKS leaves it out where nobody ever said it.
      is: plainText(live.nodeRepair ?? (repair === false ? false : undefined)),
      after: 'Whether broken nodes are replaced is not as was reviewed',
    },
    {
      field: 'release version',
      says: releaseVersion,
      is: live.releaseVersion,
      after: 'Its nodes run another image than was tested',
    },
    {
      field: 'launch template',
      says: launchTemplate && `${launchTemplate.id} ${launchTemplate.version}`,
      is: live.launchTemplate,
      after: 'Its nodes are started otherwise than was reviewed',
    },
  ];
}

/** What EKS takes when a node group is made, and never changes. */
function fixed(environment: EksEnvironment, group: ManagedNodeGroup, live: NodeGroupFacts): readonly Part[] {
  const { subnets, amiType, diskSize, launchTemplate } = group;
  return [
    {
      field: 'subnets',
      says: setText(subnets),
      is: setText(live.subnetIds),
      after: 'Its nodes are in other zones than Pods and volumes count on',
    },
    {
      field: 'role',
      says: nodeRole(environment, group),
      is: live.nodeRoleArn,
      after: 'Its nodes have other rights at AWS than were reviewed',
    },
    {
      field: 'image',
      says: amiType,
      // Where a template names the image, EKS says CUSTOM.
      is: launchTemplate === undefined ? live.amiType : amiType,
      after: 'Its nodes run another system than was tested',
    },
    {
      field: 'GiB of disk',
      says: launchTemplate === undefined ? plainText(diskSize) : undefined,
      is: plainText(live.diskSize),
      after: 'Images and logs fill its nodes earlier, or its disks cost more',
    },
  ];
}

function taintText(key: string, value: string | undefined, effect: string): string {
  return `${key}=${value ?? ''}:${effect}`;
}

function updateText(update: ManagedNodeGroup['update']): string | undefined {
  if (update?.maxUnavailablePercentage !== undefined) return `${update.maxUnavailablePercentage}%`;
  return plainText(update?.maxUnavailable);
}
