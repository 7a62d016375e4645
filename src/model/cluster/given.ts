import type { JsonObject, JsonValue } from '../json';

/** The fields that hold something: neither undefined nor an empty list or map. */
export function given(fields: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, JsonValue] => holds(entry[1])));
}

function holds(value: unknown): boolean {
  if (value === undefined) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}
