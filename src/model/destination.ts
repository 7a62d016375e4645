import { LOCAL_NAME, LOCAL_SERVER } from '../knowledge/argocd/servers';
import type { Destination, GitOps } from './gitops';
import type { JsonObject } from './json';

/** The cluster in an Application or a project: by name, or by server, which for the EKS capability is an ARN. */
export function destinationOf(destination: Destination): JsonObject {
  if ('name' in destination) return { name: destination.name };
  return { server: 'clusterArn' in destination ? destination.clusterArn : destination.server };
}

/** Whether it is the cluster that the tool itself runs in. */
export function isLocalCluster(destination: Destination): boolean {
  if ('name' in destination) return destination.name === LOCAL_NAME;
  return 'server' in destination && destination.server === LOCAL_SERVER;
}

/**
 * The cluster in which Argo CD's own objects live. Self-managed Argo CD calls it the local cluster; the EKS capability
 * has no such name, and knows the cluster by its ARN.
 */
export function controlPlaneOf(gitops: GitOps): JsonObject {
  return gitops.flavour === 'eks-capability' ? destinationOf(gitops.destination) : { server: LOCAL_SERVER };
}
