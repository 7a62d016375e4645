import type { Environment } from '../model/environment';
import { deepFreeze, type JsonObject, mapAt, textAt } from '../model/json';
import { type RenderedObject, withValue } from '../model/rendered-object';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';

/**
 * Order within one Application. A wave waits until the one before is healthy, so a claim goes with its consumers
 * (a claim that waits for its first Pod would block them) and an Ingress comes last.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-waves/
 */
const WAVES: Readonly<Record<string, number>> = {
  CustomResourceDefinition: -5,
  Namespace: -4,
  ServiceAccount: -4,
  Role: -4,
  RoleBinding: -4,
  ClusterRole: -4,
  ClusterRoleBinding: -4,
  ResourceQuota: -3,
  LimitRange: -3,
  NetworkPolicy: -3,
  StorageClass: -3,
  VolumeAttributesClass: -3,
  IngressClass: -3,
  IngressClassParams: -3,
  PriorityClass: -3,
  RuntimeClass: -3,
  SecurityGroupPolicy: -3,
  ClusterSecretStore: -2,
  SecretStore: -2,
  ExternalSecret: -1,
  ConfigMap: -1,
  Secret: -1,
  HorizontalPodAutoscaler: 1,
  PodDisruptionBudget: 1,
  ScaledObject: 1,
  Ingress: 2,
};

/** What holds data, or takes what holds data with it: deleted only after somebody confirms. */
const CONFIRMED = new Set([
  'Namespace',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'CustomResourceDefinition',
  'StorageClass',
  'StatefulSet',
]);

/** Client-side apply copies the object into an annotation, and all annotations together have this limit. */
const ANNOTATION_LIMIT = 262_144;

/** Adds the annotations Argo CD orders and guards by; objects of an environment without GitOps stay as they are. */
export function withSyncAnnotations(
  objects: readonly RenderedObject[],
  environment: Environment,
): readonly RenderedObject[] {
  if (environment.gitops === undefined) return objects;
  return objects.map((object) => {
    const added = annotationsFor(object);
    if (Object.keys(added).length === 0) return object;
    const metadata = mapAt(object.value, 'metadata');
    const annotations = { ...mapAt(metadata, 'annotations'), ...added };
    return withValue(object, deepFreeze({ ...object.value, metadata: { ...metadata, annotations } }));
  });
}

function annotationsFor(object: RenderedObject): JsonObject {
  const present = mapAt(object.value, 'metadata', 'annotations');
  const wave = WAVES[object.kind] ?? 0;
  const options = optionsFor(object, textAt(present, OPTIONS));
  return {
    ...(wave === 0 || present[WAVE] !== undefined ? {} : { [WAVE]: String(wave) }),
    ...(options === undefined ? {} : { [OPTIONS]: options }),
  };
}

/** The author's options first, then those that are missing; undefined when nothing is to be added. */
function optionsFor(object: RenderedObject, present: string | undefined): string | undefined {
  const options = present === undefined ? [] : present.split(',').map((option) => option.trim());
  const before = options.length;
  const add = (name: string, value: string): void => {
    if (!options.some((option) => option.startsWith(`${name}=`))) options.push(`${name}=${value}`);
  };
  if (CONFIRMED.has(object.kind)) {
    add('Prune', 'confirm');
    add('Delete', 'confirm');
  }
  if (isLarge(object)) add('ServerSideApply', 'true');
  return options.length === before ? undefined : options.join(',');
}

function isLarge(object: RenderedObject): boolean {
  return object.kind === 'CustomResourceDefinition' || sizeOf(object.value) > ANNOTATION_LIMIT * 0.8;
}

/** Roughly the bytes of the compact JSON; long texts are what makes objects large. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item) + 1, 2);
  if (typeof value !== 'object' || value === null) return 5;
  let sum = 2;
  for (const key of Object.keys(value)) sum += key.length + 4 + sizeOf((value as JsonObject)[key]);
  return sum;
}
