import { hashBehind } from '../../grammar/content-hash';
import { isHashedConfig } from '../hashed-config';
import { identityKey } from '../identity';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { diffPaths, type PathDifference } from '../object-diff';
import type { RenderedObject } from '../rendered-object';

/** What an app renders in one environment, by a key that means the same object in the others. */
export type World = ReadonlyMap<string, RenderedObject>;

/** What differs, by the key of the object; an object that one of the two lacks differs at the empty path. */
export type Differences = ReadonlyMap<string, readonly PathDifference[]>;

/** The name of an environment as a word of a text, as people put it into names and values. */
export type Rename = (text: string) => string;

export function renameOf(from: string, to: string): Rename {
  const word = new RegExp(`(?<![A-Za-z0-9])${from.replaceAll(/[^\w-]/g, '\\$&')}(?![A-Za-z0-9])`, 'g');
  return (text) => text.replaceAll(word, () => to);
}

/**
 * The objects by key. Names that follow the content are written without their hash: what the content says is compared,
 * and not that names follow it.
 */
export function worldOf(objects: readonly RenderedObject[]): World {
  const hashed = unhashedNames(objects);
  const plain = objects.map((object) => {
    if (hashed.size === 0) return object;
    const { name, value } = object;
    return { ...object, name: hashed.get(name) ?? name, value: withNames(value, (text) => hashed.get(text) ?? text) };
  });
  return new Map(plain.map((object) => [identityKey(object), object]));
}

/** Two objects that differ in the hash alone keep it: without it, one of them would be lost. */
function unhashedNames(objects: readonly RenderedObject[]): ReadonlyMap<string, string> {
  const names = [...new Set(objects.filter(({ value }) => isHashedConfig(value)).map(({ name }) => name))];
  const pairs = names.map((name) => [name, unhashed(name)] as const);
  return new Map(pairs.filter(([, plain]) => pairs.filter(([, other]) => other === plain).length === 1));
}

/** A world under another environment's name: an object that is named after its own has the key of the other's. */
export function renamedWorld(world: World, known: ReadonlySet<string>, rename: Rename): World {
  return new Map(
    [...world].map(([key, object]) => {
      const renamed = rename(key);
      const isOther = !known.has(key) && known.has(renamed) && !world.has(renamed);
      return [isOther ? renamed : key, object];
    }),
  );
}

export function differencesOf(before: World, after: World): Differences {
  const found = new Map<string, readonly PathDifference[]>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === undefined || is === undefined) found.set(key, [{ path: [], field: '' }]);
    else {
      const differences = diffPaths(was.value, is.value);
      if (differences.length > 0) found.set(key, differences);
    }
  }
  return found;
}

/** Whether one of the two paths leads to the other. */
export function isWithin(one: PathDifference, other: PathDifference): boolean {
  const length = Math.min(one.path.length, other.path.length);
  return one.path.slice(0, length).every((step, index) => step === other.path[index]);
}

/** Whether a value is the other but for the name of the environment in it. */
export function isRenamed({ before, after }: PathDifference, rename: Rename): boolean {
  if (before === undefined || after === undefined) return false;
  return JSON.stringify(withTexts(before, rename)) === JSON.stringify(after);
}

function unhashed(name: string): string {
  const hash = hashBehind(name) ?? '';
  return `${name.slice(0, -hash.length)}…`;
}

function withNames(value: JsonObject, rename: Rename): JsonObject {
  const renamed = withTexts(value, rename);
  return isJsonObject(renamed) ? renamed : value;
}

function withTexts(value: JsonValue, rename: Rename): JsonValue {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => withTexts(item, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inner === undefined ? inner : withTexts(inner, rename)]),
  );
}
