import { hasOtherNodes } from './cluster/other-nodes';
import type { Environment } from './environment';

/**
 * Whether nodes let Pods out by the names of hosts: those of EKS Auto Mode alone do.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html (read in November 2026)
 */
export function knowsHosts(environment: Environment): boolean {
  return hasAutoMode(environment);
}

/**
 * Whether DNS may be a service of the node, and no Pod that a policy could select: on nodes of EKS Auto Mode.
 * @see https://github.com/aws/containers-roadmap/issues/2552
 */
export function mayResolveOnNodes(environment: Environment): boolean {
  return hasAutoMode(environment);
}

/** Whether it is so everywhere: nodes of others, those of Karpenter too, hybrid ones and Fargate have Pods for it. */
export function resolvesOnNodesAlone(environment: Environment): boolean {
  if (environment.platform !== 'eks' || !mayResolveOnNodes(environment)) return false;
  const { compute, controlPlane } = environment;
  const hasPods = compute.fargateProfiles.length > 0 || controlPlane.remoteNetworks !== undefined;
  return !hasPods && !hasOtherNodes(environment);
}

function hasAutoMode(environment: Environment): boolean {
  return environment.platform === 'eks' && environment.compute.autoMode;
}
