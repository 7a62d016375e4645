import { AUTO_MODE_POOL_DEFAULTS } from '../../model/cluster/defaults';
import { declaredRole } from '../../model/cluster/role-arn';
import type { EksEnvironment } from '../../model/environment';
import type { ClusterFacts } from '../../model/facts';
import { byCodeUnit } from '../../model/order';
import { differing, type Judged, problem } from './preflight-check';

const poolsText = (pools: readonly string[]) => [...pools].sort(byCodeUnit).join(', ') || 'none';

/** Of a cluster on which EKS Auto Mode is on, by the settings too. */
export function autoModeParts(environment: EksEnvironment, cluster: ClusterFacts): readonly Judged[] {
  const { autoModePools = AUTO_MODE_POOL_DEFAULTS, autoModeIamRole } = environment.compute;
  const role = declaredRole(environment, autoModeIamRole);
  const off = [
    ...(cluster.autoModeStorage === false ? ['volumes'] : []),
    ...(cluster.autoModeLoadBalancing === false ? ['load balancers'] : []),
  ];
  return [
    ...differing(environment, {
      setting: 'compute.autoModePools',
      says: poolsText(autoModePools),
      is: cluster.autoModePools && poolsText(cluster.autoModePools),
      after: 'Pods that a pool should take stay Pending, or nodes come that nobody counts on',
      change: 'update the computeConfig of the cluster',
    }),
    ...(role === undefined
      ? []
      : differing(environment, {
          setting: 'compute.autoModeIamRole',
          says: role,
          is: cluster.autoModeNodeRoleArn,
          after: 'its nodes have other rights at AWS than were reviewed',
          change: 'update the computeConfig of the cluster',
        })),
    ...off.map((part) =>
      problem(
        'EKS Auto Mode',
        `it makes no ${part} on this cluster, and everything here counts on that: they never come.`,
        'turn on storageConfig.blockStorage and kubernetesNetworkConfig.elasticLoadBalancing, which EKS wants together with computeConfig.',
      ),
    ),
  ];
}
