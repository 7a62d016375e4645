import { AMI_TYPES } from '../../knowledge/aws/ami-types';
import { TAINT_EFFECTS } from '../../knowledge/aws/taint-effects';
import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import type { JsonObject } from '../json';
import type { ManagedNodeGroup, NodeGroup, SelfManagedNodeGroup } from './compute';
import { DISTRIBUTION_DEFAULTS } from './defaults';
import { amiTypeOf, diskSizeOf, nodeRole, sizesOf } from './describe-compute';
import { given } from './given';
import type { NodegroupInput, TaintInput } from './inputs';
import { nodeSubnetIds } from './subnets';

/** A managed node group as eksctl spells it: the family of an image, and Kubernetes' own effects of taints. */
export function eksctlManagedGroup(group: NodegroupInput, environment: EksEnvironment): JsonObject {
  const { nodegroupName, instanceTypes = [], capacityType, scalingConfig, nodeRepairConfig } = group;
  const described = environment.compute.managedNodeGroups.find(({ name }) => name === nodegroupName);
  return {
    name: nodegroupName,
    ...(described === undefined ? {} : familyOf(described)),
    ...given({ instanceTypes }),
    ...(capacityType === 'SPOT' ? { spot: true } : {}),
    minSize: scalingConfig.minSize,
    maxSize: scalingConfig.maxSize,
    desiredCapacity: scalingConfig.desiredSize,
    ...(described === undefined ? {} : diskOf(described)),
    privateNetworking: isPrivate(environment),
    subnets: group.subnets,
    ...given({ iam: roleOf(group.nodeRole) }),
    updateConfig: defined({ ...group.updateConfig }),
    nodeRepairConfig: { enabled: nodeRepairConfig.enabled },
    ...given({ labels: group.labels, taints: (group.taints ?? []).map(taintOf) }),
    ...defined({ launchTemplate: templateOf(described), releaseVersion: group.releaseVersion }),
    // A launch template says by itself how a node is asked for credentials.
    ...(described?.launchTemplate === undefined ? { disableIMDSv1: true } : {}),
    ...given({ tags: group.tags }),
  };
}

/** A group that EKS does not keep: an Auto Scaling group, which eksctl makes with its launch template. */
export function eksctlSelfManagedGroup(group: SelfManagedNodeGroup, environment: EksEnvironment): JsonObject {
  const { name, instanceTypes, labels, taints = [] } = group;
  const { minSize, maxSize, desiredSize } = sizesOf(group);
  return {
    name,
    ...familyOf(group),
    ...given({ instancesDistribution: instanceTypes.length === 0 ? undefined : distributionOf(group) }),
    minSize,
    maxSize,
    desiredCapacity: desiredSize,
    ...diskOf(group),
    privateNetworking: isPrivate(environment),
    subnets: nodeSubnetIds(environment, group.subnets),
    ...given({ iam: roleOf(nodeRole(environment, group)) }),
    ...given({ labels, taints: taints.map(({ key, value, effect }) => ({ key, ...defined({ value }), effect })) }),
    disableIMDSv1: true,
    propagateASGTags: true,
    ...given({ tags: environment.controlPlane.tags }),
  };
}

function distributionOf({ instanceTypes, distribution = DISTRIBUTION_DEFAULTS }: SelfManagedNodeGroup): JsonObject {
  const { onDemandBase, onDemandPercentage, spotStrategy } = distribution;
  return {
    instanceTypes,
    onDemandBaseCapacity: onDemandBase,
    onDemandPercentageAboveBaseCapacity: onDemandPercentage,
    // Where nothing is bought as Spot, AWS takes no way to choose it.
    ...(onDemandPercentage < 100 ? { spotAllocationStrategy: spotStrategy, capacityRebalance: true } : {}),
  };
}

function familyOf(group: NodeGroup): JsonObject {
  const type = amiTypeOf(group);
  return type === undefined ? {} : defined({ amiFamily: AMI_TYPES[type].family });
}

function diskOf(group: NodeGroup): JsonObject {
  const volumeSize = diskSizeOf(group);
  return volumeSize === undefined ? {} : { volumeSize, volumeType: 'gp3', volumeEncrypted: true };
}

function templateOf(group: ManagedNodeGroup | undefined): JsonObject | undefined {
  if (group?.launchTemplate === undefined) return undefined;
  const { id, version } = group.launchTemplate;
  return { id, version };
}

const roleOf = (arn: string | undefined) => defined({ instanceRoleARN: arn });
const isPrivate = ({ network }: EksEnvironment) => network.subnets.private.length > 0;

function taintOf({ key, value, effect }: TaintInput): JsonObject {
  const kubernetes = Object.entries(TAINT_EFFECTS).find(([, ofEks]) => ofEks === effect)?.[0] ?? effect;
  return { key, ...defined({ value }), effect: kubernetes };
}
