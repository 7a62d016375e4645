/**
 * The kinds that Kubernetes itself serves, by group, and whether each lives in a namespace.
 * Custom kinds are not listed: their scope comes from their definition (`KindScopes`).
 * @see https://kubernetes.io/docs/reference/kubernetes-api/
 */
const NAMESPACED: Readonly<Record<string, string>> = {
  '': 'Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  apps: 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  'authorization.k8s.io': 'LocalSubjectAccessReview',
  autoscaling: 'HorizontalPodAutoscaler',
  batch: 'CronJob Job',
  'certificates.k8s.io': 'PodCertificateRequest',
  'coordination.k8s.io': 'Lease LeaseCandidate',
  'discovery.k8s.io': 'EndpointSlice',
  'events.k8s.io': 'Event',
  'lifecycle.k8s.io': 'Eviction EvictionRequest',
  'networking.k8s.io': 'Ingress NetworkPolicy',
  policy: 'PodDisruptionBudget',
  'rbac.authorization.k8s.io': 'Role RoleBinding',
  'resource.k8s.io':
    'PodSchedulingContext ResourceClaim ResourceClaimParameters ResourceClaimTemplate ResourceClassParameters',
  'scheduling.k8s.io': 'CompositePodGroup PodGroup Workload',
  'storage.k8s.io': 'CSIStorageCapacity',
};

const CLUSTER_SCOPED: Readonly<Record<string, string>> = {
  '': 'Namespace Node PersistentVolume',
  'admissionregistration.k8s.io':
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  'apiextensions.k8s.io': 'CustomResourceDefinition',
  'apiregistration.k8s.io': 'APIService',
  'authentication.k8s.io': 'SelfSubjectReview TokenReview',
  'authorization.k8s.io': 'SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'certificates.k8s.io': 'CertificateSigningRequest ClusterTrustBundle',
  'flowcontrol.apiserver.k8s.io': 'FlowSchema PriorityLevelConfiguration',
  'internal.apiserver.k8s.io': 'StorageVersion',
  'networking.k8s.io': 'ClusterCIDR IngressClass IPAddress ServiceCIDR',
  'node.k8s.io': 'RuntimeClass',
  'rbac.authorization.k8s.io': 'ClusterRole ClusterRoleBinding',
  'resource.k8s.io': 'DeviceClass DeviceTaintRule ResourceClass ResourceSlice',
  'scheduling.k8s.io': 'PriorityClass',
  'storage.k8s.io': 'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass',
  'storagemigration.k8s.io': 'StorageVersionMigration',
};

/** `group/Kind` → true where the kind lives in a namespace. */
export type KindScopes = ReadonlyMap<string, boolean>;

export const BUILT_IN_KINDS: KindScopes = new Map([...entries(NAMESPACED, true), ...entries(CLUSTER_SCOPED, false)]);

function* entries(table: Readonly<Record<string, string>>, namespaced: boolean): Generator<[string, boolean]> {
  for (const [group, kinds] of Object.entries(table)) {
    for (const kind of kinds.split(' ')) yield [`${group}/${kind}`, namespaced];
  }
}

/** The same by kind and then by group: asked of every object several times, without making a text. */
const SCOPES = new Map<string, Map<string, boolean>>();
for (const [key, namespaced] of BUILT_IN_KINDS) {
  const slash = key.lastIndexOf('/');
  const kind = key.slice(slash + 1);
  SCOPES.set(kind, (SCOPES.get(kind) ?? new Map<string, boolean>()).set(key.slice(0, slash), namespaced));
}

export function isBuiltIn(group: string, kind: string): boolean {
  return SCOPES.get(kind)?.has(group) === true;
}

/** Whether a kind lives in a namespace; undefined for a kind that neither Kubernetes nor a known CRD defines. */
export function isNamespaced(group: string, kind: string, custom: KindScopes): boolean | undefined {
  return SCOPES.get(kind)?.get(group) ?? custom.get(`${group}/${kind}`);
}
