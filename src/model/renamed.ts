import { hashBehind } from '../grammar/content-hash';
import { isHashedConfig } from './hashed-config';
import type { ObjectIdentity } from './identity';
import { isJsonObject, type JsonValue } from './json';

/** An object that was removed, or is added. */
export interface OneSided {
  readonly app: string;
  readonly object: ObjectIdentity;
  readonly value: JsonValue;
}

export interface Renamed<T extends OneSided> {
  readonly from: T;
  readonly to: T;
}

/** Of what two objects say together, at least this share has to be the same. */
const ALIKE = 0.6;
/** Fewer fields than that say too little to tell one object by. */
const FEWEST = 3;

/**
 * Objects that are removed under one name and added under another, in the same app: of the same kind and alike in what
 * they say. Each has one successor at most, the most alike.
 */
export function renamesOf<T extends OneSided>(removed: readonly T[], added: readonly T[]): readonly Renamed<T>[] {
  const fields = new Map([...removed, ...added].map((one) => [one, fieldsOf(one.value)]));
  const pairs = removed
    .flatMap((from) => added.filter((to) => isSameSort(from, to)).map((to) => ({ from, to })))
    .map((pair) => ({
      ...pair,
      share: hasNewHash(pair.from, pair.to) ? 1 : shareOf(fields.get(pair.from), fields.get(pair.to)),
    }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share);
  const taken = new Set<T>();
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [{ from, to }];
  });
}

function isSameSort(a: OneSided, b: OneSided): boolean {
  return a.app === b.app && a.object.group === b.object.group && a.object.kind === b.object.kind;
}

/** What is named after its content has another name with other content. */
function hasNewHash(from: OneSided, to: OneSided): boolean {
  const [was, now] = [from, to].map(({ object }) => hashBehind(object.name));
  if (was === undefined || now === undefined || !isHashedConfig(from.value)) return false;
  return from.object.name.slice(0, -was.length) === to.object.name.slice(0, -now.length);
}

function shareOf(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (Math.min(a.size, b.size) < FEWEST) return 0;
  const same = [...a].filter((one) => b.has(one)).length;
  return same / Math.max(a.size, b.size);
}

/** Each scalar with its path, but for what says which object it is. */
function fieldsOf(value: JsonValue): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, '', found);
  return found;
}

function collect(value: JsonValue | undefined, path: string, found: Set<string>): void {
  if (IDENTITY.has(path) || value === undefined) return;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, found);
  else if (isJsonObject(value))
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, found);
  else found.add(`${path}=${String(value)}`);
}

const IDENTITY = new Set([
  '.apiVersion',
  '.kind',
  '.metadata.name',
  '.metadata.namespace',
  '.metadata.labels',
  '.status',
]);
