import { type ClusterObject, inEveryCluster } from '../../knowledge/kubernetes/cluster-objects';
import type { ExternalObject } from '../../model/environment';
import type { ObjectIdentity } from '../../model/identity';
import { isJsonObject, type JsonObject, listAt, mapAt } from '../../model/json';
import { type PodTemplate, podTemplatesOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { Identities, inside } from '../reads/identities';

/** Everything a rule looks up, built once and in linear time. */
export interface ObjectIndex {
  readonly ofKind: (group: string, kind: string) => readonly RenderedObject[];
  /** Those of one namespace, so that a question about each object of it stays linear. */
  readonly inNamespace: (group: string, kind: string, namespace: string | undefined) => readonly RenderedObject[];
  /** Each object whose identity another had before it, with that one first. */
  readonly repeated: readonly (readonly [RenderedObject, RenderedObject])[];
  readonly find: (id: ObjectIdentity) => RenderedObject | undefined;
  /** Rendered, declared as existing on the cluster, or there without anybody’s doing. */
  readonly exists: (id: ObjectIdentity) => boolean;
  /** What is there without being rendered, with the keys that are known. */
  readonly external: (id: ObjectIdentity) => ExternalObject | undefined;
  /** Names of a kind in a namespace, for "did you mean". */
  readonly names: (group: string, kind: string, namespace?: string) => readonly string[];
  readonly templates: readonly PodTemplate[];
  readonly templatesIn: (namespace: string) => readonly PodTemplate[];
  /** Templates of a namespace whose labels a plain `key: value` selector matches. */
  readonly selected: (namespace: string, labels: JsonObject) => readonly PodTemplate[];
}

/** @param platform what is on the cluster without being declared */
export function indexObjects(
  objects: readonly RenderedObject[],
  externals: readonly ExternalObject[],
  platform: readonly ClusterObject[],
): ObjectIndex {
  const kinds = byKind(objects);
  const groups = new Map<string, readonly RenderedObject[]>();
  const parts = new Map<string, Map<string | undefined, RenderedObject[]>>();
  const identities = new Identities(objects);
  const outside = new Identities<ExternalObject>([...platform, ...externals]);
  const external = (id: ObjectIdentity) => outside.find(id) ?? inEveryCluster(id);
  const namespaces = new Map<string, PodTemplate[]>();
  /** By namespace, key and value. */
  const labels = new Map<string, Map<string, Map<string, PodTemplate[]>>>();
  const templates: PodTemplate[] = [];
  for (const object of objects) {
    for (const template of podTemplatesOf(object)) {
      templates.push(template);
      const namespace = object.namespace ?? '';
      push(namespaces, namespace, template);
      const keys = inside(labels, namespace);
      for (const key of Object.keys(template.labels)) push(inside(keys, key), String(template.labels[key]), template);
    }
  }
  const ofKind = (group: string, kind: string) => {
    const key = `${group}/${kind}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const found = (kinds.get(kind) ?? []).filter((object) => object.group === group);
    groups.set(key, found);
    return found;
  };
  return {
    ofKind,
    inNamespace(group, kind, namespace) {
      const key = `${group}/${kind}`;
      let part = parts.get(key);
      if (part === undefined) {
        part = new Map();
        for (const object of ofKind(group, kind)) push(part, object.namespace, object);
        parts.set(key, part);
      }
      return part.get(namespace) ?? NOBODY;
    },
    repeated: identities.repeated,
    find: (id) => identities.find(id),
    exists: (id) => identities.find(id) !== undefined || external(id) !== undefined,
    external,
    names: (group, kind, namespace) => [
      ...ofKind(group, kind).flatMap((object) => (object.namespace === namespace ? [object.name] : [])),
      ...externals.flatMap((o) => (o.group === group && o.kind === kind && o.namespace === namespace ? [o.name] : [])),
    ],
    templates,
    templatesIn: (namespace) => namespaces.get(namespace) ?? [],
    selected(namespace, selector) {
      // The rarest label decides which few templates are compared in full.
      let fewest: readonly PodTemplate[] | undefined;
      const keys = labels.get(namespace);
      for (const key of Object.keys(selector)) {
        const found = keys?.get(key)?.get(String(selector[key])) ?? [];
        if (fewest === undefined || found.length < fewest.length) fewest = found;
      }
      return (fewest ?? namespaces.get(namespace) ?? []).filter((template) => matchesLabels(selector, template.labels));
    },
  };
}

const NOBODY: readonly RenderedObject[] = [];

/** Objects by kind, whatever their group, in their order. */
export function byKind(objects: readonly RenderedObject[]): ReadonlyMap<string, readonly RenderedObject[]> {
  const kinds = new Map<string, RenderedObject[]>();
  for (let index = 0; index < objects.length; index++) {
    const object = objects[index] as RenderedObject;
    push(kinds, object.kind, object);
  }
  return kinds;
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function matchesLabels(selector: JsonObject, labels: Readonly<Record<string, unknown>>): boolean {
  for (const key of Object.keys(selector)) if (labels[key] !== selector[key]) return false;
  return true;
}

/** Whether a LabelSelector (`matchLabels` and `matchExpressions`) matches; an empty one matches everything. */
export function matchesSelector(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  if (!matchesLabels(mapAt(selector, 'matchLabels'), labels)) return false;
  return listAt(selector, 'matchExpressions').every((expression) => {
    if (!isJsonObject(expression)) return false;
    const value = labels[String(expression['key'])];
    const values = listAt(expression, 'values');
    switch (expression['operator']) {
      case 'In':
        return values.includes(value as string);
      case 'NotIn':
        return !values.includes(value as string);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        return false;
    }
  });
}
