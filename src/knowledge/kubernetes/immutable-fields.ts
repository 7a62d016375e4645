/**
 * Fields that the API server lets nobody change, by kind. Each was tried against real API servers.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/
 */
const IMMUTABLE_FIELDS: readonly (readonly [kinds: string, field: RegExp])[] = [
  ['Deployment DaemonSet ReplicaSet Job', /^spec\.selector\b/],
  ['Job', /^spec\.(template|completionMode)\b/],
  ['Service', /^spec\.clusterIPs?\b/],
  ['PersistentVolumeClaim', /^spec\.(?!resources\b|volumeAttributesClassName\b)/],
  ['PersistentVolume', /^spec\.(csi|nfs|hostPath|local|nodeAffinity)\b/],
  ['RoleBinding ClusterRoleBinding', /^roleRef\b/],
  ['StorageClass', /^(parameters|provisioner|reclaimPolicy|volumeBindingMode)\b/],
  ['IngressClass', /^spec\.controller$/],
  ['PriorityClass', /^(value|preemptionPolicy)$/],
  ['Secret', /^type$/],
  ['CustomResourceDefinition', /^spec\.(scope|group|names\.(kind|plural))$/],
  [
    'StatefulSet',
    /^spec\.(?!replicas|ordinals|template|updateStrategy|revisionHistoryLimit|persistentVolumeClaimRetentionPolicy|minReadySeconds)/,
  ],
];

const BY_KIND: ReadonlyMap<string, readonly RegExp[]> = byKind();

export function isImmutableField(kind: string, field: string): boolean {
  return BY_KIND.get(kind)?.some((pattern) => pattern.test(field)) ?? false;
}

function byKind(): ReadonlyMap<string, readonly RegExp[]> {
  const found = new Map<string, RegExp[]>();
  for (const [kinds, field] of IMMUTABLE_FIELDS)
    for (const kind of kinds.split(' ')) found.set(kind, [...(found.get(kind) ?? []), field]);
  return found;
}
