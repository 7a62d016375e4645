import { isJsonObject, type JsonObject, type JsonValue, own } from '../../model/json';
import { mapValues } from '../../model/map-values';
import type { OpenApi } from './open-api';
import { hasRepeatedRepeat } from './repeated-repeat';

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean'] as const;
const NUMBERS = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;
const FLAGS = ['nullable', 'x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields'] as const;

type Writable = { -readonly [K in keyof OpenApi]: OpenApi[K] };

/**
 * A schema as the author of a definition wrote it. What is not of its form is left out: the server refuses the
 * definition, and here nothing is asked of its objects at that place.
 */
export function readOpenApi(value: JsonValue | undefined): OpenApi {
  if (!isJsonObject(value)) return { 'x-kubernetes-preserve-unknown-fields': true };
  const found: Writable = {};
  const type = TYPES.find((one) => one === own(value, 'type'));
  if (type !== undefined) found.type = type;
  readLimits(value, found);
  for (const key of FLAGS) if (own(value, key) === true) found[key] = true;
  // What is embedded has fields of its own that its schema need not name.
  if (own(value, 'x-kubernetes-embedded-resource') === true) found['x-kubernetes-preserve-unknown-fields'] = true;
  readInner(value, found);
  readLists(value, found);
  if (own(value, 'default') !== undefined) found.default = own(value, 'default');
  return found;
}

function readLimits(value: JsonObject, found: Writable): void {
  const [pattern, format] = [own(value, 'pattern'), own(value, 'format')];
  if (typeof pattern === 'string' && !hasRepeatedRepeat(pattern)) found.pattern = pattern;
  if (typeof format === 'string') found.format = format;
  for (const key of NUMBERS) {
    const limit = own(value, key);
    if (typeof limit === 'number') found[key] = limit;
  }
  const choices = own(value, 'enum');
  if (Array.isArray(choices) && choices.every(isScalar)) found.enum = choices.filter((one) => one !== null);
}

function isScalar(value: JsonValue): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function readInner(value: JsonObject, found: Writable): void {
  const [properties, values, items] = [
    own(value, 'properties'),
    own(value, 'additionalProperties'),
    own(value, 'items'),
  ];
  if (isJsonObject(properties)) found.properties = mapValues(present(properties), readOpenApi);
  if (typeof values === 'boolean') found.additionalProperties = values;
  else if (isJsonObject(values)) found.additionalProperties = readOpenApi(values);
  if (isJsonObject(items)) found.items = readOpenApi(items);
}

function readLists(value: JsonObject, found: Writable): void {
  const [required, keys, list] = [
    textsOf(own(value, 'required')),
    textsOf(own(value, 'x-kubernetes-list-map-keys')),
    own(value, 'x-kubernetes-list-type'),
  ];
  if (required !== undefined) found.required = required;
  if (keys !== undefined) found['x-kubernetes-list-map-keys'] = keys;
  if (typeof list === 'string') found['x-kubernetes-list-type'] = list;
  for (const key of ['allOf', 'oneOf', 'anyOf'] as const) {
    const options = own(value, key);
    if (Array.isArray(options)) found[key] = options.filter(isJsonObject).map(readOpenApi);
  }
}

function textsOf(value: JsonValue | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

function present(map: JsonObject): Readonly<Record<string, JsonValue>> {
  const found: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(map)) if (value !== undefined && key !== '__proto__') found[key] = value;
  return found;
}
