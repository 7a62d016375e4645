import { parseQuantity } from '../grammar/quantity';
import type { ObjectIdentity } from './identity';
import { at, type JsonValue } from './json';

/** What a change does beyond the field it changes; the worst that applies. */
export type Risk = 'refused' | 'data' | 'restart' | 'access' | 'traffic' | 'scale';

/** Said behind a change, for the person who reviews it. */
export const RISK_TEXT: Readonly<Record<Risk, string>> = {
  refused: 'the API server refuses this change',
  data: 'deletes data, once somebody confirms',
  restart: 'rolls out new Pods',
  access: 'changes who may do what',
  traffic: 'changes who reaches whom',
  scale: 'changes the number of Pods',
};

const WORKLOADS = 'Deployment StatefulSet DaemonSet ReplicaSet';
const HOLDING_DATA =
  'Namespace PersistentVolumeClaim PersistentVolume CustomResourceDefinition StorageClass StatefulSet';

/** Kinds, fields, risk; the first row that fits speaks. Fields that cannot change were tried on API servers. */
const FIELDS: readonly (readonly [kinds: string, field: RegExp, risk: Risk])[] = [
  ['Deployment DaemonSet ReplicaSet Job', /^spec\.selector\b/, 'refused'],
  ['Job', /^spec\.(template|completionMode)\b/, 'refused'],
  ['Service', /^spec\.clusterIPs?\b/, 'refused'],
  ['PersistentVolumeClaim', /^spec\.(?!resources\b|volumeAttributesClassName\b)/, 'refused'],
  ['PersistentVolume', /^spec\.(csi|nfs|hostPath|local|nodeAffinity)\b/, 'refused'],
  ['RoleBinding ClusterRoleBinding', /^roleRef\b/, 'refused'],
  ['StorageClass', /^(parameters|provisioner|reclaimPolicy|volumeBindingMode)\b/, 'refused'],
  ['IngressClass', /^spec\.controller$/, 'refused'],
  ['PriorityClass', /^(value|preemptionPolicy)$/, 'refused'],
  ['Secret', /^type$/, 'refused'],
  ['CustomResourceDefinition', /^spec\.(scope|group|names\.(kind|plural))$/, 'refused'],
  [
    'StatefulSet',
    /^spec\.(?!replicas|ordinals|template|updateStrategy|revisionHistoryLimit|persistentVolumeClaimRetentionPolicy|minReadySeconds)/,
    'refused',
  ],
  [WORKLOADS, /^spec\.template\b/, 'restart'],
  ['Role ClusterRole', /^(rules|aggregationRule)\b/, 'access'],
  ['RoleBinding ClusterRoleBinding', /^subjects\b/, 'access'],
  ['ServiceAccount', /^metadata\.annotations.*role-arn/, 'access'],
  ['Service', /^spec\.(selector|ports|type|externalName)\b/, 'traffic'],
  ['Ingress Gateway HTTPRoute NetworkPolicy IngressClassParams TargetGroupBinding', /^spec\b/, 'traffic'],
  ['Ingress', /^metadata\.annotations.*alb\.ingress\.kubernetes\.io/, 'traffic'],
  [WORKLOADS, /^spec\.replicas$/, 'scale'],
  ['HorizontalPodAutoscaler', /^spec\b/, 'scale'],
];

/** What is looked at of a change. */
export interface ChangedField {
  readonly kind: 'removed' | 'added' | 'changed';
  readonly object: ObjectIdentity;
  readonly field: string;
  /** The field's own value, then and now. */
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/**
 * The risk of one change, from its kind and field.
 * @param whole the whole object as it was: one that says `immutable: true` keeps its data
 */
export function riskOf(
  { kind, object, field, before, after }: ChangedField,
  whole: JsonValue | undefined,
): Risk | undefined {
  if (kind === 'added') return undefined;
  if (kind === 'removed') return has(HOLDING_DATA, object.kind) ? 'data' : undefined;
  if (/^(data|binaryData|stringData|immutable)\b/.test(field) && at(whole, 'immutable') === true) return 'refused';
  if (object.kind === 'PersistentVolumeClaim' && field === CLAIMED && amount(after) < amount(before)) return 'refused';
  return FIELDS.find(([kinds, pattern]) => has(kinds, object.kind) && pattern.test(field))?.[2];
}

/** A claim grows where its class allows it, and never shrinks. */
const CLAIMED = 'spec.resources.requests.storage';

function amount(value: JsonValue | undefined): number {
  return typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value) ?? Number.NaN) : Number.NaN;
}

function has(kinds: string, kind: string): boolean {
  return kinds.split(' ').includes(kind);
}
