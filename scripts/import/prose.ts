// Removes what people wrote for people from a schema. A property may itself be *named* `description`.
import type { OpenApi } from '../../src/checks/schema/open-api';
import { mapValues } from '../../src/model/map-values';

/** Defaults go too: they are the server's. */
const PROSE = new Set(['description', 'title', 'example', 'externalDocs', 'x-kubernetes-validations', 'default']);

/** A copy of a JSON schema without its prose. */
export function withoutProse(schema: OpenApi): OpenApi {
  return object(schema);
}

function object(schema: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (PROSE.has(key)) continue;
    copy[key] = key === 'properties' && typeof value === 'object' ? mapValues(value, inner) : inner(value);
  }
  return copy;
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return typeof value === 'object' && value !== null ? object(value) : value;
}
