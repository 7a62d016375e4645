import type { EksEnvironment } from '../environment';
import { describeCluster } from './describe';

/** A role without which EKS makes nothing; eksctl makes one instead. */
export interface MissingRole {
  /** Where it would stand. */
  readonly path: readonly (string | number)[];
  /** Whose it is: `the cluster`, `node group general`. */
  readonly whose: string;
}

/** The roles that EKS's API wants and the settings do not name. */
export function missingRoles(environment: EksEnvironment): readonly MissingRole[] {
  const { cluster, nodegroups, fargateProfiles } = describeCluster(environment);
  return [
    ...(cluster.roleArn === undefined ? [{ path: ['controlPlane', 'iamRole'], whose: 'the cluster' }] : []),
    ...(cluster.computeConfig !== undefined &&
    (cluster.computeConfig.nodePools ?? []).length > 0 &&
    cluster.computeConfig.nodeRoleArn === undefined
      ? [{ path: ['compute', 'autoModeIamRole'], whose: 'the nodes of Auto Mode' }]
      : []),
    ...nodegroups
      .filter(({ nodeRole }) => nodeRole === undefined)
      .map(({ nodegroupName }) => ({ path: ['compute', 'nodeIamRole'], whose: `node group ${nodegroupName}` })),
    ...fargateProfiles
      .filter(({ podExecutionRoleArn }) => podExecutionRoleArn === undefined)
      .map(({ fargateProfileName }) => ({
        path: ['compute', 'fargateIamRole'],
        whose: `Fargate profile ${fargateProfileName}`,
      })),
  ];
}
