import type { Destination, GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';

/** The cluster in an Application or a project: by name, or by server, which for the EKS capability is an ARN. */
export function destinationOf(destination: Destination): JsonObject {
  if ('name' in destination) return { name: destination.name };
  return { server: 'clusterArn' in destination ? destination.clusterArn : destination.server };
}

/**
 * The cluster that Argo CD's own objects live in. Self-managed Argo CD knows it as the local one;
 * the EKS capability has no such name, and the cluster is registered by its ARN.
 */
export function controlPlaneOf(gitops: GitOps): JsonObject {
  return gitops.flavour === 'eks-capability'
    ? destinationOf(gitops.destination)
    : { server: 'https://kubernetes.default.svc' };
}
