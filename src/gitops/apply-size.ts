import type { JsonValue } from '../model/json';

/** Most bytes of all annotations of an object; client-side apply copies the object into one of them. */
const ANNOTATION_LIMIT = 262_144;

/** Most bytes of one character in JSON: `\u0000`. */
const MOST_BYTES = 6;

/**
 * Whether a copy of the object would take more than 80 % of what annotations may hold.
 * @param characters of the compact JSON before escaping, where known: for nearly every object this number is enough
 */
export function isTooLargeToCopy(value: JsonValue, characters = Number.POSITIVE_INFINITY): boolean {
  const limit = ANNOTATION_LIMIT * 0.8;
  if (characters * MOST_BYTES <= limit) return false;
  return Buffer.byteLength(JSON.stringify(value, (_key, inner: unknown) => plain(inner))) > limit;
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
