import { type AmiType, defaultAmiType } from '../../knowledge/aws/ami-types';
import { TAINT_EFFECTS } from '../../knowledge/aws/taint-effects';
import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import type { FargateProfile, ManagedNodeGroup, NodeGroup, NodeGroupUpdate } from './compute';
import { NODE_GROUP_DEFAULTS } from './defaults';
import type { FargateProfileInput, NodegroupInput, TaintInput } from './inputs';
import { declaredRole } from './role-arn';
import { nodeSubnetIds } from './subnets';

/** A managed node group, in the words of EKS's API. */
export function describeNodeGroup(environment: EksEnvironment, group: ManagedNodeGroup): NodegroupInput {
  const { clusterName, controlPlane } = environment;
  const { name, capacityType, instanceTypes, labels, launchTemplate, releaseVersion, update = {} } = group;
  const taints = taintInputs(group);
  return {
    clusterName,
    nodegroupName: name,
    ...defined({ nodeRole: nodeRole(environment, group) }),
    subnets: nodeSubnetIds(environment, group.subnets),
    ...imageOf(group),
    ...(instanceTypes.length === 0 ? {} : { instanceTypes }),
    capacityType,
    scalingConfig: sizesOf(group),
    updateConfig: updateOf(update),
    nodeRepairConfig: { enabled: group.repair ?? NODE_GROUP_DEFAULTS.repair },
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(taints.length === 0 ? {} : { taints }),
    ...defined({ launchTemplate, releaseVersion }),
    ...tagsOf(controlPlane),
  };
}

/** One node at once where nothing is said. */
function updateOf({ maxUnavailable, maxUnavailablePercentage }: NodeGroupUpdate): NodegroupInput['updateConfig'] {
  if (maxUnavailablePercentage !== undefined) return { maxUnavailablePercentage };
  return { maxUnavailable: maxUnavailable ?? 1 };
}

/** Nodes that a group has at least, at most and first. */
export function sizesOf({ minSize, maxSize, desiredSize }: NodeGroup): NodegroupInput['scalingConfig'] {
  const least = minSize ?? NODE_GROUP_DEFAULTS.minSize;
  return { minSize: least, maxSize: maxSize ?? NODE_GROUP_DEFAULTS.maxSize, desiredSize: desiredSize ?? least };
}

/** The role that the nodes of a group have. */
export function nodeRole(environment: EksEnvironment, { iamRole }: NodeGroup): string | undefined {
  return declaredRole(environment, iamRole ?? environment.compute.nodeIamRole);
}

/** The image of a group's nodes; undefined where a launch template may say it. */
export function amiTypeOf({ amiType, launchTemplate, instanceTypes }: NodeGroup): AmiType | undefined {
  return amiType ?? (launchTemplate === undefined ? defaultAmiType(instanceTypes) : undefined);
}

/** GiB of the volume of a node; undefined where a launch template says it. */
export function diskSizeOf({ diskSize, launchTemplate }: NodeGroup): number | undefined {
  return diskSize ?? (launchTemplate === undefined ? NODE_GROUP_DEFAULTS.diskSize : undefined);
}

function imageOf(group: NodeGroup) {
  return defined({ amiType: amiTypeOf(group), diskSize: diskSizeOf(group) });
}

function taintInputs({ taints = [] }: NodeGroup): readonly TaintInput[] {
  return taints.map(({ key, value, effect }) => ({ key, ...defined({ value }), effect: TAINT_EFFECTS[effect] }));
}

export const tagsOf = ({ tags }: EksEnvironment['controlPlane']) => (Object.keys(tags).length === 0 ? {} : { tags });

/** A Fargate profile, in the words of EKS's API. */
export function describeFargateProfile(environment: EksEnvironment, profile: FargateProfile): FargateProfileInput {
  const { clusterName, compute, controlPlane } = environment;
  const podExecutionRoleArn = declaredRole(environment, profile.iamRole ?? compute.fargateIamRole);
  return {
    clusterName,
    fargateProfileName: profile.name,
    ...defined({ podExecutionRoleArn }),
    subnets: nodeSubnetIds(environment, profile.subnets),
    selectors: profile.selectors.map(({ namespace, labels }) => ({
      namespace,
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
    })),
    ...tagsOf(controlPlane),
  };
}
