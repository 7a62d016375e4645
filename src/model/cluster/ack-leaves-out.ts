import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import { NODE_GROUP_DEFAULTS } from './defaults';
import type { LeftOut } from './left-out';

/** What is described and ACK's kinds of version 1.20 have no field for. */
export function ackLeavesOut(environment: EksEnvironment): readonly LeftOut[] {
  const { compute, addOns, network, identity, controlPlane } = environment;
  const repaired = compute.managedNodeGroups.filter(({ repair }) => repair ?? NODE_GROUP_DEFAULTS.repair);
  const placed = addOns.filter(({ namespace }) => namespace !== undefined);
  const rows: readonly (LeftOut & { readonly names: readonly string[] })[] = [
    {
      names: repaired.map(({ name }) => name),
      setting: 'compute.managedNodeGroups[].repair',
      why: 'its Nodegroup has no nodeRepairConfig. Turn repair on with `aws eks update-nodegroup-config`.',
    },
    {
      names: compute.selfManagedNodeGroups.map(({ name }) => name),
      setting: 'compute.selfManagedNodeGroups',
      why: 'an Auto Scaling group is not of EKS, and its controller has no kind for it. Use `cdk8s-eks cluster --format eksctl` or `cli` for them.',
    },
    {
      names: placed.map(({ name }) => name),
      setting: 'addOns[].namespace',
      why: 'its Addon has no namespaceConfig, so that it is installed in its own namespace.',
    },
    {
      names: network.vpcEndpoints ?? [],
      setting: 'network.vpcEndpoints',
      why: 'endpoints are of EC2, whose controller is another one.',
    },
    {
      names: (identity.awsAuth ?? []).map(({ username }) => username),
      setting: 'identity.awsAuth',
      why: 'the lines are in a ConfigMap of the cluster. Write them with `AwsAuthMapping` there.',
    },
    {
      names: controlPlane.logs,
      setting: 'controlPlane.logRetentionDays',
      why: 'the log group is of CloudWatch, whose controller is another one; without a retention it keeps everything.',
    },
  ];
  return rows
    .filter(({ names }) => names.length > 0)
    .map(({ names, setting, why }) => ({ setting, why: `${listed(names)}: ${why}` }));
}
