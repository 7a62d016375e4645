/**
 * Fields that the API server lets nobody change, by kind. Most were tried against real API servers; the others are what
 * the validation of its update says.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/
 */
const IMMUTABLE_FIELDS: readonly (readonly [kinds: string, field: RegExp])[] = [
  ['Deployment DaemonSet ReplicaSet Job', /^spec\.selector\b/],
  [
    'Job',
    /^spec\.(template|completionMode|completions|podFailurePolicy|successPolicy|backoffLimitPerIndex|managedBy)\b/,
  ],
  ['ResourceClaim ResourceClaimTemplate', /^spec\b/],
  ['Service', /^spec\.(clusterIPs?\b|ipFamilies\[0\]|loadBalancerClass$|healthCheckNodePort$)/],
  ['PersistentVolumeClaim', /^spec\.(?!resources\b|volumeAttributesClassName\b)/],
  ['PersistentVolume', /^spec\.(csi|nfs|hostPath|local|nodeAffinity|volumeMode)\b/],
  ['RoleBinding ClusterRoleBinding', /^roleRef\b/],
  ['StorageClass', /^(parameters|provisioner|reclaimPolicy|volumeBindingMode)\b/],
  ['VolumeAttributesClass', /^(driverName|parameters)\b/],
  ['CSIDriver', /^spec\.(attachRequired|volumeLifecycleModes)\b/],
  ['EndpointSlice', /^addressType$/],
  ['IngressClass', /^spec\.controller$/],
  ['PriorityClass', /^(value|preemptionPolicy)$/],
  ['RuntimeClass', /^handler$/],
  ['ResourceQuota', /^spec\.scopes\b/],
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

/**
 * What the API server writes where nothing is said, by the name of the field: to write it out, or to leave it out again,
 * changes nothing.
 */
const DEFAULTS: Readonly<Record<string, readonly unknown[]>> = {
  apiGroup: ['rbac.authorization.k8s.io'],
  completionMode: ['NonIndexed'],
  completions: [1],
  defaultMode: [420],
  dnsPolicy: ['ClusterFirst'],
  imagePullPolicy: ['IfNotPresent', 'Always'],
  podManagementPolicy: ['OrderedReady'],
  preemptionPolicy: ['PreemptLowerPriority'],
  protocol: ['TCP'],
  reclaimPolicy: ['Delete'],
  schedulerName: ['default-scheduler'],
  terminationGracePeriodSeconds: [30],
  terminationMessagePath: ['/dev/termination-log'],
  terminationMessagePolicy: ['File'],
  type: ['Opaque'],
  volumeBindingMode: ['Immediate'],
  volumeMode: ['Filesystem'],
};

/** What a field's value says to the API server: nothing at all for what it would write itself, and for what is empty. */
export function isDefaultValue(field: string, value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (typeof value === 'object' && Object.keys(value).length === 0) return true;
  const name = /[\w$-]+$/.exec(field)?.[0] ?? '';
  return Object.hasOwn(DEFAULTS, name) && DEFAULTS[name]?.includes(value) === true;
}

/** Defaults that hold whatever else the object says: to write one out, or to leave it out again, restarts nothing. */
const PLAIN_DEFAULTS = new Set([
  'defaultMode',
  'dnsPolicy',
  'schedulerName',
  'terminationGracePeriodSeconds',
  'terminationMessagePath',
  'terminationMessagePolicy',
]);

export function isWrittenDefault(field: string, value: unknown): boolean {
  const name = /[\w$-]+$/.exec(field)?.[0] ?? '';
  return PLAIN_DEFAULTS.has(name) && value !== undefined && DEFAULTS[name]?.includes(value) === true;
}

/** Of a claim template the server keeps no kind: it is written out for those who read. */
export function isNotStored(kind: string, field: string): boolean {
  return kind === 'StatefulSet' && /^spec\.volumeClaimTemplates\[\d+\]\.(?:apiVersion|kind|status)\b/.test(field);
}

function byKind(): ReadonlyMap<string, readonly RegExp[]> {
  const found = new Map<string, RegExp[]>();
  for (const [kinds, field] of IMMUTABLE_FIELDS)
    for (const kind of kinds.split(' ')) found.set(kind, [...(found.get(kind) ?? []), field]);
  return found;
}
