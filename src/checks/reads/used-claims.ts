import { isBuiltIn } from '../../knowledge/kubernetes/kinds';
import { at, isJsonObject, listAt, textAt } from '../../model/json';
import { podTemplateOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

interface Uses {
  /** Names of claims that Pods mount, or that snapshots and other claims copy. */
  readonly names: ReadonlySet<string>;
  /** `data-db-`: a StatefulSet adopts claims of that name and a number. */
  readonly prefixes: readonly string[];
}

const FOUND = new WeakMap<ObjectIndex, Map<string, Uses>>();
const TEXTS = new WeakMap<ObjectIndex, Map<string, ReadonlySet<string>>>();

/** Whether something of the namespace needs the claim; a custom object that names it may mount it. */
export function isClaimUsed(
  name: string,
  namespace: string,
  index: ObjectIndex,
  objects: readonly RenderedObject[],
): boolean {
  const { names, prefixes } = once(FOUND, index, namespace, () => usesIn(namespace, index));
  if (names.has(name) || prefixes.some((prefix) => isOrdinalOf(name, prefix))) return true;
  return once(TEXTS, index, namespace, () => customTexts(namespace, objects)).has(name);
}

/** A StatefulSet makes claims of its own, named TEMPLATE-NAME-ORDINAL. */
export function claimPrefixes(statefulSets: readonly RenderedObject[]): readonly string[] {
  return statefulSets.flatMap((one) =>
    listAt(one.value, 'spec', 'volumeClaimTemplates').map(
      (template) => `${textAt(template, 'metadata', 'name') ?? ''}-${one.name}-`,
    ),
  );
}

export function isOrdinalOf(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
}

function usesIn(namespace: string, index: ObjectIndex): Uses {
  const mounted = index
    .templatesIn(namespace)
    .flatMap(({ spec }) =>
      listAt(spec, 'volumes').map((volume) => textAt(volume, 'persistentVolumeClaim', 'claimName')),
    );
  const copied = [
    ...index
      .inNamespace('snapshot.storage.k8s.io', 'VolumeSnapshot', namespace)
      .map(({ value }) => textAt(value, 'spec', 'source', 'persistentVolumeClaimName')),
    ...index
      .inNamespace('', 'PersistentVolumeClaim', namespace)
      .flatMap(({ value }) => ['dataSource', 'dataSourceRef'].map((field) => cloned(at(value, 'spec', field)))),
  ];
  const names = [...mounted, ...copied].filter((name) => name !== undefined);
  return { names: new Set(names), prefixes: claimPrefixes(index.inNamespace('apps', 'StatefulSet', namespace)) };
}

function cloned(source: unknown): string | undefined {
  return textAt(source, 'kind') === 'PersistentVolumeClaim' ? textAt(source, 'name') : undefined;
}

/** Every text in objects whose controllers may make Pods. */
function customTexts(namespace: string, objects: readonly RenderedObject[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const object of objects) {
    if (object.namespace !== namespace || isBuiltIn(object.group, object.kind)) continue;
    if (podTemplateOf(object) === undefined) addTexts(at(object.value, 'spec'), texts);
  }
  return texts;
}

function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (Array.isArray(value)) for (const item of value) addTexts(item, texts);
  else if (isJsonObject(value)) for (const item of Object.values(value)) addTexts(item, texts);
}

function once<T>(cache: WeakMap<ObjectIndex, Map<string, T>>, index: ObjectIndex, namespace: string, find: () => T): T {
  let known = cache.get(index);
  if (known === undefined) {
    known = new Map();
    cache.set(index, known);
  }
  let found = known.get(namespace);
  if (found === undefined) {
    found = find();
    known.set(namespace, found);
  }
  return found;
}
