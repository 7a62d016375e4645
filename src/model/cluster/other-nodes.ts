import type { EksEnvironment } from '../environment';

/** Whether there are nodes that EKS Auto Mode does not run. */
export function hasOtherNodes({ compute }: Pick<EksEnvironment, 'compute'>): boolean {
  return compute.managedNodeGroups.length + compute.selfManagedNodeGroups.length > 0 || compute.karpenter;
}
