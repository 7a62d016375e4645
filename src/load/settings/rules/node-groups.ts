import { wrongLabelKey, wrongLabelValue } from '../../../grammar/label';
import { AMI_TYPES, acceleratorOf } from '../../../knowledge/aws/ami-types';
import { INSTANCE_TYPE } from '../../../knowledge/aws/instance-types';
import { architectureOf } from '../../../knowledge/aws/node-labels';
import type { ManagedNodeGroup, NodeGroup } from '../../../model/cluster/compute';
import { sizesOf } from '../../../model/cluster/describe-compute';
import { listed } from '../../../model/lists';
import { didYouMean } from '../../../model/suggest';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

/** Groups that EC2 and EKS can make: sizes in order, an image for the instances, subnets of the network. */
export function nodeGroupProblems(settings: EksSettings, say: Say): void {
  const { managedNodeGroups, selfManagedNodeGroups } = settings.compute;
  for (const [index, group] of managedNodeGroups.entries()) {
    const path = ['compute', 'managedNodeGroups', index];
    groupProblems(group, settings, path, say);
    managedProblems(group, path, say);
  }
  const managed = new Set(managedNodeGroups.map(({ name }) => name));
  for (const [index, group] of selfManagedNodeGroups.entries()) {
    const path = ['compute', 'selfManagedNodeGroups', index];
    groupProblems(group, settings, path, say);
    if (!managed.has(group.name)) continue;
    const message = `${group.name} is a managed node group too; eksctl refuses two groups of one name.`;
    say([...path, 'name'], message, 'rename one of them.');
  }
}

function groupProblems(group: NodeGroup, settings: EksSettings, path: Path, say: Say): void {
  sizeProblems(group, path, say);
  imageProblems(group, settings.kubernetesVersion, path, say);
  taintProblems(group, path, say);
  subnetProblems(group.subnets, settings, [...path, 'subnets'], say);
}

function sizeProblems(group: NodeGroup, path: Path, say: Say): void {
  const { minSize, desiredSize, maxSize } = sizesOf(group);
  if (minSize > maxSize) {
    const message = `${group.name} has at least ${minSize} nodes and at most ${maxSize}; AWS refuses the group.`;
    say([...path, 'maxSize'], message, `set maxSize to ${minSize} or more, or minSize to ${maxSize} or less.`);
  } else if (desiredSize < minSize || desiredSize > maxSize) {
    const message = `${group.name} begins with ${desiredSize} nodes, which is not between ${minSize} and ${maxSize}; AWS refuses the group.`;
    say([...path, 'desiredSize'], message, `set desiredSize to a number from ${minSize} to ${maxSize}, or remove it.`);
  }
}

/** One image starts on one kind of processor, and drives the devices that it has drivers for. */
function imageProblems(group: NodeGroup, version: string, path: Path, say: Say): void {
  const { name, instanceTypes, amiType, launchTemplate, diskSize } = group;
  const architectures = new Set(instanceTypes.map(architectureOf));
  if (launchTemplate !== undefined && diskSize !== undefined) {
    const message = `${name} has a launch template, which says the disk, and EKS refuses diskSize beside it.`;
    say([...path, 'diskSize'], message, 'remove diskSize.');
  }
  if (amiType === undefined) return;
  const { architecture, accelerator, until } = AMI_TYPES[amiType];
  const at = [...path, 'amiType'];
  if (until !== undefined && Number(version.split('.')[1]) > Number(until.split('.')[1])) {
    const message = `there is no image ${amiType} for Kubernetes ${version}; the last one is for ${until}.`;
    say(at, message, 'use an image of Amazon Linux 2023 or Bottlerocket.');
  }
  const other = instanceTypes.find((type) => architectureOf(type) !== architecture);
  if (other !== undefined && architectures.size === 1) {
    const message = `${amiType} is an image for ${architecture}, and ${other} has another processor; EKS refuses the group.`;
    say(at, message, 'remove amiType, or name an image for the processor.');
  }
  const device = instanceTypes.map(acceleratorOf).find((found) => found !== undefined);
  const isWindows = amiType.startsWith('WINDOWS');
  if (device !== undefined && device !== accelerator && !isWindows) {
    const message = `${name} has devices of ${device}, and ${amiType} has no drivers for them: no Pod ever gets one.`;
    say(at, message, 'remove amiType, or name an image with the drivers.');
  } else if (accelerator !== undefined && device === undefined && instanceTypes.length > 0) {
    const message = `${amiType} is an image for devices of ${accelerator}, and ${listed(instanceTypes)} has none.`;
    say(at, message, 'remove amiType, or name instances with the devices.');
  }
}

function taintProblems({ taints = [] }: NodeGroup, path: Path, say: Say): void {
  for (const [index, { key, value }] of taints.entries()) {
    const at = [...path, 'taints', index];
    const wrongKey = wrongLabelKey(key);
    if (wrongKey !== undefined)
      say([...at, 'key'], `"${key}" cannot be the key of a taint: ${wrongKey}.`, 'correct it.');
    const wrongValue = value === undefined ? undefined : wrongLabelValue(value);
    if (wrongValue !== undefined)
      say([...at, 'value'], `"${value}" cannot be the value of a taint: ${wrongValue}.`, 'correct it.');
  }
  repeats(
    taints,
    ({ key, effect }) => `${key} ${effect}`,
    ({ key, effect }, index) =>
      say(
        [...path, 'taints', index],
        `a taint ${key} with ${effect} is already in the list; EKS refuses two.`,
        'remove one.',
      ),
  );
}

function managedProblems(group: ManagedNodeGroup, path: Path, say: Say): void {
  const { name, update = {}, capacityType, launchTemplate, instanceTypes } = group;
  const types = instanceTypes.filter((type) => INSTANCE_TYPE.test(type));
  if (new Set(types.map(architectureOf)).size > 1) {
    const message = `${name} has instances of two processors, ${listed(types)}, and no image starts on both; EKS refuses the group.`;
    say([...path, 'instanceTypes'], message, 'make a group for each processor.');
  }
  if (update.maxUnavailable !== undefined && update.maxUnavailablePercentage !== undefined) {
    const message = `${name} says a number of nodes and a percentage; EKS takes one of them.`;
    say([...path, 'update'], message, 'remove one of them.');
  }
  if (capacityType === 'CAPACITY_BLOCK' && launchTemplate === undefined) {
    const message = `${name} uses a capacity block, whose reservation stands in a launch template, and has none; EKS refuses the group.`;
    say([...path, 'capacityType'], message, 'set launchTemplate, or another capacityType.');
  }
}

/** Also for Fargate profiles, which take private subnets alone. */
export function subnetProblems(
  chosen: readonly string[] | undefined,
  { network }: EksSettings,
  path: Path,
  say: Say,
  only?: 'private',
): void {
  const { private: inside, public: outside } = network.subnets;
  const known = [...inside, ...(only === undefined ? outside : [])].map(({ id }) => id);
  for (const [index, id] of (chosen ?? []).entries()) {
    if (known.includes(id)) continue;
    const where = only === undefined ? 'network.subnets' : 'network.subnets.private';
    const message = `subnet ${id} is not under ${where}.${didYouMean(id, known)}`;
    say([...path, index], message, 'name a subnet of the network.');
  }
  if (chosen?.length === 0)
    say(path, 'the list of subnets is empty, so that nothing can start.', 'name one, or remove it.');
}
