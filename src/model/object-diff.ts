import { defined } from './defined';
import { type FieldPath, fieldPath, isJsonObject, type JsonValue, own } from './json';
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
 * matched by name, so that one inserted item is one difference.
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
  const old = namesOf(before);
  const now = namesOf(after);
  if (old === undefined || now === undefined) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) compare(before[index], after[index], [...path, index], found);
    return;
  }
  for (const [name, index] of old) if (!now.has(name)) compare(before[index], undefined, [...path, name], found);
  for (const [name, index] of now) compare(before[old.get(name) ?? -1], after[index], [...path, name], found);
  const kept = (order: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...order.keys()].filter((name) => other.has(name));
  const [was, is] = [kept(old, now), kept(now, old)];
  if (was.join('\n') !== is.join('\n'))
    found.push({ path, field: `${fieldPath(path)} (order)`, before: was, after: is });
}

/** Position by name, or undefined when the items have no distinct names. */
function namesOf(list: readonly JsonValue[]): ReadonlyMap<string, number> | undefined {
  const names = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const name = own(item, 'name');
    if (typeof name !== 'string' || names.has(name)) return undefined;
    names.set(name, index);
  }
  return names;
}
