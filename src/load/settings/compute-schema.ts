import * as v from 'valibot';
import { AMI_TYPE_NAMES } from '../../knowledge/aws/ami-types';
import { AUTO_MODE_POOLS } from '../../knowledge/aws/control-plane';
import { TAINT_EFFECT_NAMES } from '../../knowledge/aws/taint-effects';
import { DISTRIBUTION_DEFAULTS, NODE_GROUP_DEFAULTS } from '../../model/cluster/defaults';
import { fargateProfiles } from './fargate-schema';
import * as f from './formats';

const about = v.description;
const labels = v.optional(v.pipe(v.record(f.text, v.string()), about('Labels, whose values are text.')), {});

const capacityType = v.pipe(
  v.picklist(['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK']),
  about('How its instances are bought; SPOT ones are taken back at two minutes’ notice.'),
);

const taint = v.strictObject({
  key: v.pipe(f.text, about('Key of the taint.')),
  value: v.exactOptional(v.pipe(v.string(), about('Value of the taint, as text.'))),
  effect: v.pipe(v.picklist(TAINT_EFFECT_NAMES), about('What it does to Pods that do not tolerate it.')),
});
const launchTemplate = v.strictObject({
  id: v.pipe(f.id('lt'), about('Id of the launch template.')),
  version: v.pipe(v.string(), v.regex(/^[1-9]\d*$/, 'a version in quotes, such as "3"'), about('Version, in quotes.')),
});

const size = (least: number, words: string) => v.pipe(f.wholeNumber(least), about(words));

const nodeGroup = {
  name: v.pipe(f.eksName, about('Name of the node group.')),
  instanceTypes: v.optional(v.pipe(v.array(f.text), about('In order of preference, such as m7i.large.')), []),
  labels,
  taints: v.optional(v.pipe(v.array(taint), about('Taints of its nodes, which Pods there have to tolerate.')), []),
  minSize: v.optional(size(0, 'Nodes that it has at least.'), NODE_GROUP_DEFAULTS.minSize),
  maxSize: v.optional(size(1, 'Nodes that it has at most.'), NODE_GROUP_DEFAULTS.maxSize),
  desiredSize: v.exactOptional(size(0, 'Nodes that it begins with; without it, `minSize`.')),
  amiType: v.exactOptional(
    v.pipe(
      v.picklist(AMI_TYPE_NAMES),
      about('Image of its nodes; without it, Amazon Linux 2023 for the processor and devices of the instance types.'),
    ),
  ),
  diskSize: v.exactOptional(size(1, 'GiB of the volume of a node; without it 80, or what the launch template says.')),
  subnets: v.exactOptional(
    v.pipe(v.array(f.id('subnet')), about('Ids of subnets under `network.subnets`; without it, all private ones.')),
  ),
  iamRole: v.exactOptional(
    v.pipe(
      f.name,
      about('Role of its nodes, by its name under `identity.iamRoles`; without it `compute.nodeIamRole`.'),
    ),
  ),
  launchTemplate: v.exactOptional(
    v.pipe(launchTemplate, about('Launch template of your own, which says image, disk and security groups.')),
  ),
};

const update = v.strictObject({
  maxUnavailable: v.exactOptional(size(1, 'Nodes that are replaced at once.')),
  maxUnavailablePercentage: v.exactOptional(
    v.pipe(f.wholeNumber(1, 100), about('Percentage of the nodes that are replaced at once, instead of a number.')),
  ),
});

const managedNodeGroup = v.strictObject({
  ...nodeGroup,
  capacityType: v.optional(capacityType, 'ON_DEMAND'),
  releaseVersion: v.exactOptional(
    v.pipe(f.text, about('Version of the image, such as 1.34.1-20251112; without it, the newest when it is made.')),
  ),
  update: v.optional(v.pipe(update, about('How many nodes are replaced at once; one where nothing is said.')), {}),
  repair: v.optional(v.pipe(v.boolean(), about('EKS replaces nodes that are broken.')), NODE_GROUP_DEFAULTS.repair),
});

const distribution = v.strictObject({
  onDemandBase: v.optional(
    size(0, 'Instances that are bought on demand before anything else.'),
    DISTRIBUTION_DEFAULTS.onDemandBase,
  ),
  onDemandPercentage: v.optional(
    v.pipe(f.wholeNumber(0, 100), about('Percentage of the others that are bought on demand; the rest is Spot.')),
    DISTRIBUTION_DEFAULTS.onDemandPercentage,
  ),
  spotStrategy: v.optional(
    v.pipe(
      v.picklist(['price-capacity-optimized', 'capacity-optimized', 'lowest-price']),
      about('How Spot instances are chosen.'),
    ),
    DISTRIBUTION_DEFAULTS.spotStrategy,
  ),
});
const selfManagedNodeGroup = v.strictObject({
  ...nodeGroup,
  distribution: v.optional(v.pipe(distribution, about('How the Auto Scaling group buys its instances.')), {}),
});

const karpenter = v.pipe(v.boolean(), about('Karpenter makes nodes for Pods that find none.'));
const autoMode = v.pipe(v.boolean(), about('EKS Auto Mode runs compute, storage and load balancing.'));
const autoModePools = v.pipe(
  v.array(v.picklist(AUTO_MODE_POOLS)),
  about('Node pools of Auto Mode that EKS brings; without it both, and empty where only your own make nodes.'),
);
const role = (whose: string) =>
  v.exactOptional(v.pipe(f.name, about(`${whose}, by its name under \`identity.iamRoles\`.`)));

/** What Pods run on. */
export const compute = v.strictObject({
  managedNodeGroups: v.optional(v.pipe(v.array(managedNodeGroup), about('Node groups that EKS manages.')), []),
  selfManagedNodeGroups: v.optional(
    v.pipe(v.array(selfManagedNodeGroup), about('Nodes that somebody else starts.')),
    [],
  ),
  fargateProfiles: v.optional(fargateProfiles, []),
  karpenter: v.optional(karpenter, false),
  autoMode: v.optional(autoMode, false),
  autoModePools: v.exactOptional(autoModePools),
  nodeIamRole: role('Role of nodes whose group names no other'),
  fargateIamRole: role('Role of Fargate profiles that name no other'),
  autoModeIamRole: role('Role of the nodes of Auto Mode'),
  karpenterIamRole: role('Role of the nodes that Karpenter makes, which get in by an access entry'),
});
