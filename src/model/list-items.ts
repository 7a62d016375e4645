import { isSet, keysOfList } from '../knowledge/kubernetes/list-keys';
import { isJsonObject, type JsonValue, own } from './json';

/** Position by name or by key, or undefined when nothing tells the items apart. @param list the list's own name, such as `containers` */
export function placesOf(items: readonly JsonValue[], list: string): ReadonlyMap<string, number> | undefined {
  const keys = keysOfList(list);
  return placesBy(items, nameOf) ?? (keys === undefined ? undefined : placesBy(items, (item) => keyOf(item, keys)));
}

/**
 * Positions in two lists whose items are told apart alike: by names where all have one, else by keys. A port that gets a
 * name stays the same port.
 */
export function placesOfBoth(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  list: string,
): readonly [before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>] | undefined {
  const keys = keysOfList(list);
  const ways = [nameOf, ...(keys === undefined ? [] : [(item: JsonValue) => keyOf(item, keys)])];
  for (const textOf of ways) {
    const [old, now] = [placesBy(before, textOf), placesBy(after, textOf)];
    if (old !== undefined && now !== undefined) return [old, now];
  }
  return undefined;
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

/** `53 UDP`, `apps deployments,replicasets`. */
function keyOf(item: JsonValue, keys: readonly string[]): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const parts = keys.flatMap((key) => partOf(own(item, key)));
  return parts.length === 0 ? undefined : parts.join(' ');
}

function partOf(value: JsonValue | undefined): readonly string[] {
  // TCP is what a port is that names no protocol.
  if (typeof value === 'string' || typeof value === 'number')
    return value === '' || value === 'TCP' ? [] : [String(value)];
  return Array.isArray(value) && value.length > 0 ? [value.join(',')] : [];
}
