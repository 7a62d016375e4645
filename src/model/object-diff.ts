import { defined } from './defined';
import { type FieldPath, fieldPath, isJsonObject, type JsonValue, own } from './json';
import { areSets, placesOf, placesOfBoth } from './list-items';
import { byCodeUnit } from './order';

/** One field that differs. A side is absent where the field does not exist there. */
export interface FieldDifference {
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** One that knows its path too: names of items stand in it for their places. */
export interface PathDifference extends FieldDifference {
  readonly path: FieldPath;
}

/**
 * What differs between two objects, field by field. Lists of named items (containers, ports, variables) are
 * matched by name, and others that have keys (rules, paths, tolerations) by those, so that one inserted item is one difference.
 */
export function diffObjects(before: JsonValue, after: JsonValue): readonly FieldDifference[] {
  return diffPaths(before, after).map(({ path: _path, ...difference }) => difference);
}

export function diffPaths(before: JsonValue, after: JsonValue): readonly PathDifference[] {
  const found: PathDifference[] = [];
  compare(before, after, [], found);
  return found;
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: FieldPath,
  found: PathDifference[],
): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of [...keys].sort(byCodeUnit)) compare(own(before, key), own(after, key), [...path, key], found);
  } else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, path, found);
  else
    found.push({
      path,
      field: fieldPath(path),
      ...defined({ before, after }),
    });
}

function compareLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: FieldPath,
  found: PathDifference[],
): void {
  const list = listName(path);
  if (areSets(before, after, list)) return compareSets(before, after, path, found);
  const places = placesOfBoth(before, after, list);
  if (places === undefined) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) compare(before[index], after[index], [...path, index], found);
    return;
  }
  const [old, now] = places;
  for (const [name, index] of old) if (!now.has(name)) compare(before[index], undefined, [...path, name], found);
  for (const [name, index] of now) compare(before[old.get(name) ?? -1], after[index], [...path, name], found);
  const kept = (order: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...order.keys()].filter((name) => other.has(name));
  const [was, is] = [kept(old, now), kept(now, old)];
  if (was.join('\n') !== is.join('\n'))
    found.push({ path, field: `${fieldPath(path)} (order)`, before: was, after: is });
}

/** Of verbs and the like, the whole list is what one reads. */
function compareSets(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: FieldPath,
  found: PathDifference[],
): void {
  if (before.join('\n') === after.join('\n')) return;
  const isReordered = [...before].sort().join('\n') === [...after].sort().join('\n');
  found.push({ path, field: `${fieldPath(path)}${isReordered ? ' (order)' : ''}`, before, after });
}

function listName(path: FieldPath): string {
  const last = path.at(-1);
  return typeof last === 'string' ? last : '';
}

/**
 * What is inside of a value that comes or goes as a whole, field by field and at each depth, without the value itself.
 * @param field of the value, as `fieldPath` writes it
 */
export function nestedDifferences(
  field: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly FieldDifference[] {
  const found: FieldDifference[] = [];
  for (const [side, value] of [
    ['before', before],
    ['after', after],
  ] as const)
    if (value !== undefined) nested(field, value, (inner, one) => found.push({ field: inner, [side]: one }));
  return found;
}

function nested(field: string, value: JsonValue, tell: (field: string, value: JsonValue) => void): void {
  for (const [step, inner] of stepsInto(field, value)) {
    const path = joined(field, step);
    tell(path, inner);
    nested(path, inner, tell);
  }
}

function stepsInto(field: string, value: JsonValue): readonly (readonly [string | number, JsonValue])[] {
  if (Array.isArray(value)) {
    const places = placesOf(value, /[\w$-]+$/.exec(field)?.[0] ?? '');
    const names = places === undefined ? value.map((_item, index) => index) : [...places.keys()];
    return value.map((item, index) => [names[index] ?? index, item]);
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner] as const]));
}

function joined(field: string, step: string | number): string {
  const rest = fieldPath([step]);
  return field === '' || rest.startsWith('[') ? `${field}${rest}` : `${field}.${rest}`;
}
