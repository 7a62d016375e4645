// Removes what people wrote for people from a schema. A property may itself be *named* `description`.

const PROSE = new Set(['description', 'title', 'example', 'externalDocs', 'x-kubernetes-validations', 'default']);

/** A copy of a JSON schema without its prose. Defaults go too: they are the server’s. */
export function withoutProse(schema) {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = {};
  for (const [key, value] of Object.entries(schema)) {
    if (PROSE.has(key)) continue;
    copy[key] = key === 'properties' || key === 'definitions' ? mapValues(value, withoutProse) : withoutProse(value);
  }
  return copy;
}

export function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
