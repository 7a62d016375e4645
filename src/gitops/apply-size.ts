import type { JsonValue } from '../model/json';

/** Client-side apply copies the object into an annotation, and all annotations together have this limit in bytes. */
const ANNOTATION_LIMIT = 262_144;

/** A character takes at most this many bytes in JSON: `\u0000`. */
const MOST_BYTES = 6;

/**
 * Whether a copy of the object would take more than 80 % of what annotations may hold.
 * @param characters of the compact JSON before escaping, where they are known: enough to let nearly every object pass
 */
export function isTooLargeToCopy(value: JsonValue, characters = Number.POSITIVE_INFINITY): boolean {
  const limit = ANNOTATION_LIMIT * 0.8;
  if (characters * MOST_BYTES <= limit) return false;
  return Buffer.byteLength(JSON.stringify(value, (_key, inner: unknown) => plain(inner))) > limit;
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
