import type { JsonObject, JsonValue } from '../model/json';

/** Client-side apply copies the object into an annotation, and all annotations together have this limit in bytes. */
const ANNOTATION_LIMIT = 262_144;

/** A character takes at most this many bytes in JSON: `\u0000`. */
const MOST_BYTES = 6;

/** Whether a copy of the object would take more than 80 % of what annotations may hold. */
export function isTooLargeToCopy(value: JsonValue): boolean {
  const limit = ANNOTATION_LIMIT * 0.8;
  if (charactersOf(value) * MOST_BYTES <= limit) return false;
  return Buffer.byteLength(JSON.stringify(value, (_key, inner: unknown) => plain(inner))) > limit;
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Characters of the compact JSON, before escaping: cheap, and enough to let nearly every object pass. */
function charactersOf(value: JsonValue | undefined): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 24;
  let sum = 2;
  if (Array.isArray(value)) for (const item of value) sum += charactersOf(item) + 1;
  else for (const key of Object.keys(value)) sum += key.length + 4 + charactersOf((value as JsonObject)[key]);
  return sum;
}
