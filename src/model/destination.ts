import { LOCAL_SERVER } from '../knowledge/argocd/servers';
import type { Destination, GitOps } from './gitops';
import type { JsonObject } from './json';

/** The cluster in an Application or a project: by name, or by server, which for the EKS capability is an ARN. */
export function destinationOf(destination: Destination): JsonObject {
  if ('name' in destination) return { name: destination.name };
  return { server: 'clusterArn' in destination ? destination.clusterArn : destination.server };
}

/**
 * The cluster in which Argo CD's own objects live. Self-managed Argo CD calls it the local cluster; the EKS capability
 * has no such name, and knows the cluster by its ARN.
 */
export function controlPlaneOf(gitops: GitOps): JsonObject {
  return gitops.flavour === 'eks-capability' ? destinationOf(gitops.destination) : { server: LOCAL_SERVER };
}
