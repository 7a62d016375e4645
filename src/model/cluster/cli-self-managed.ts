import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import { type CliStep, type CliSteps, step } from './cli-step';
import type { SelfManagedNodeGroup } from './compute';
import { DISTRIBUTION_DEFAULTS } from './defaults';
import { sizesOf } from './describe-compute';
import { nodeSubnetIds } from './subnets';

/** Groups that EKS does not keep: Auto Scaling groups with a launch template, whose start script joins the cluster. */
export function selfManagedSteps(environment: EksEnvironment): CliSteps {
  const groups = environment.compute.selfManagedNodeGroups;
  const without = groups.filter(({ launchTemplate }) => launchTemplate === undefined);
  return {
    steps: groups.flatMap((group) => groupStep(environment, group)),
    leftOut:
      without.length === 0
        ? []
        : [
            {
              setting: 'compute.selfManagedNodeGroups',
              why: `an Auto Scaling group starts nodes of a launch template, and ${listed(without.map(({ name }) => name))} names none. Set \`launchTemplate\`, or use \`--format eksctl\`, which makes one.`,
            },
          ],
  };
}

/** @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html */
function groupStep(environment: EksEnvironment, group: SelfManagedNodeGroup): readonly CliStep[] {
  const { name, launchTemplate, instanceTypes, distribution = DISTRIBUTION_DEFAULTS } = group;
  if (launchTemplate === undefined) return [];
  const { minSize, maxSize, desiredSize } = sizesOf(group);
  const { clusterName, controlPlane } = environment;
  const tags = {
    ...controlPlane.tags,
    Name: `${clusterName}-${name}`,
    [`kubernetes.io/cluster/${clusterName}`]: 'owned',
  };
  const input = {
    AutoScalingGroupName: `${clusterName}-${name}`,
    MinSize: minSize,
    MaxSize: maxSize,
    DesiredCapacity: desiredSize,
    VPCZoneIdentifier: nodeSubnetIds(environment, group.subnets).join(','),
    CapacityRebalance: distribution.onDemandPercentage < 100,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: launchTemplate.id, Version: launchTemplate.version },
        Overrides: instanceTypes.map((type) => ({ InstanceType: type })),
      },
      InstancesDistribution: {
        OnDemandBaseCapacity: distribution.onDemandBase,
        OnDemandPercentageAboveBaseCapacity: distribution.onDemandPercentage,
        SpotAllocationStrategy: distribution.spotStrategy,
      },
    },
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value, PropagateAtLaunch: true })),
  };
  return [step('autoscaling create-auto-scaling-group', name, input)];
}
