import { EKS_STORAGE_CLASS } from '../../knowledge/aws/cluster-objects';
import { CLUSTER_OBJECTS, type ClusterObject, namespaceNamed } from '../../knowledge/kubernetes/cluster-objects';
import type { Environment } from '../../model/environment';
import type { RenderedObject } from '../../model/rendered-object';
import { addOnObjects } from './add-on-objects';

/** What is on the cluster without being rendered or declared: by Kubernetes, by EKS, by the settings and by add-ons. */
export function platformObjects(
  environment: Environment,
  objects: readonly RenderedObject[],
): readonly ClusterObject[] {
  const { gitops } = environment;
  return [
    ...CLUSTER_OBJECTS,
    ...(gitops === undefined ? [] : [namespaceNamed(gitops.namespace)]),
    ...addOnObjects(environment, objects),
    ...(environment.platform === 'kubernetes' ? namedClasses(environment) : []),
    ...(hasEksClass(environment) ? [EKS_STORAGE_CLASS] : []),
  ];
}

/** Whether EKS made a class for volumes that works there. */
export function hasEksClass(environment: Environment): boolean {
  return environment.platform === 'eks' && !environment.compute.autoMode;
}

/** Whether that class is the default: a cluster of a later version has one only where somebody made it. */
export function hasEksDefaultClass(environment: Environment): boolean {
  return hasEksClass(environment) && environment.kubernetesVersion <= EKS_STORAGE_CLASS.lastDefault;
}

/** A plain cluster's settings say which classes it has. */
function namedClasses({
  ingressClassName,
  storageClasses,
}: Extract<Environment, { platform: 'kubernetes' }>): readonly ClusterObject[] {
  const { block, shared } = storageClasses;
  return [
    { group: 'networking.k8s.io', kind: 'IngressClass', name: ingressClassName },
    ...[block, shared].map((name) => ({ group: 'storage.k8s.io', kind: 'StorageClass', name })),
  ];
}
