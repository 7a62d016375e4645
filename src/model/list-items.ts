import { isSet, keysOfList } from '../knowledge/kubernetes/list-keys';
import { isJsonObject, type JsonValue, own } from './json';

/** Position by name or by key, or undefined when nothing tells the items apart. @param list the list's own name, such as `containers` */
export function placesOf(items: readonly JsonValue[], list: string): ReadonlyMap<string, number> | undefined {
  const keys = keysOfList(list);
  return placesBy(items, nameOf) ?? (keys === undefined ? undefined : placesBy(items, (item) => keyOf(item, keys)));
}

/** Whether both are lists of texts whose order says nothing. */
export function areSets(before: readonly JsonValue[], after: readonly JsonValue[], list: string): boolean {
  return isSet(list) && [...before, ...after].every((item) => typeof item === 'string');
}

function placesBy(
  items: readonly JsonValue[],
  textOf: (item: JsonValue) => string | undefined,
): ReadonlyMap<string, number> | undefined {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = textOf(item);
    if (text === undefined || places.has(text)) return undefined;
    places.set(text, index);
  }
  return places;
}

function nameOf(item: JsonValue): string | undefined {
  const name = own(item, 'name');
  return typeof name === 'string' ? name : undefined;
}

/** `80 TCP`, `apps deployments,replicasets`. */
function keyOf(item: JsonValue, keys: readonly string[]): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const parts = keys.flatMap((key) => partOf(own(item, key)));
  return parts.length === 0 ? undefined : parts.join(' ');
}

function partOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return value === '' ? [] : [String(value)];
  return Array.isArray(value) && value.length > 0 ? [value.join(',')] : [];
}
