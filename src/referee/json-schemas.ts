import type { SchemaNode, SchemaStore } from '../model/schema';

/** Where kubeconform finds the schema of a kind; every part of the identity of a kind is in it. */
export const SCHEMA_LOCATION = '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json';

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/** The schemas of one environment as JSON Schema files, one per kind, each complete in itself. */
export function jsonSchemaFiles(store: SchemaStore): readonly SchemaFile[] {
  const files: SchemaFile[] = [];
  for (const bundle of [store.kubernetes, store.custom]) {
    for (const [kind, definition] of Object.entries(bundle.kinds)) files.push(schemaFile(kind, definition, store));
  }
  return files;
}

function schemaFile(key: string, definition: string, store: SchemaStore): SchemaFile {
  const [kind = '', version = '', groupName] = key.split('/').reverse();
  const needed = new Map<string, object>();
  const convert = (node: SchemaNode): object => jsonSchema(node, (ref) => need(ref));
  const need = (ref: string): void => {
    if (needed.has(ref)) return;
    needed.set(ref, {});
    needed.set(ref, convert(store.kubernetes.definitions.get(ref) ?? store.custom.definitions.get(ref) ?? {}));
  };
  need(definition);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $ref: pointer(definition),
    definitions: Object.fromEntries(needed),
  };
  // kubeconform calls the core group by its version.
  const group = groupName ?? version;
  return { path: `${group}/${kind.toLowerCase()}_${version}.json`, content: JSON.stringify(schema) };
}

function pointer(ref: string): string {
  return `#/definitions/${ref.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function jsonSchema(node: SchemaNode, need: (ref: string) => void): object {
  if (node.ref !== undefined) {
    need(node.ref);
    return { $ref: pointer(node.ref) };
  }
  const type = (...types: string[]) => (node.nullable === true ? [...types, 'null'] : types);
  const limits = pick(node, LIMITS);
  if (node.format === 'int-or-string') return { type: type('integer', 'string'), ...limits };
  if (node.format === 'quantity') return { type: type('number', 'string') };
  if (node.format === 'any' || node.type === undefined) return {};
  const out: Record<string, unknown> = { type: node.nullable === true ? type(node.type) : node.type, ...limits };
  addInner(out, node, need);
  if (node.set === true) out['uniqueItems'] = true;
  for (const key of ['oneOf', 'anyOf'] as const) {
    if (node[key] !== undefined) out[key] = node[key].map((option) => ({ required: option.required ?? [] }));
  }
  return out;
}

/** Schemas inside a schema: choices, fields, values and items. */
function addInner(out: Record<string, unknown>, node: SchemaNode, need: (ref: string) => void): void {
  if (node.enum !== undefined) out['enum'] = node.nullable === true ? [...node.enum, null] : node.enum;
  if (node.properties !== undefined) {
    out['properties'] = Object.fromEntries(
      Object.entries(node.properties).map(([name, inner]) => [name, jsonSchema(inner, need)]),
    );
  }
  if (node.type === 'object' && node.open !== true) {
    out['additionalProperties'] = node.values === undefined ? false : jsonSchema(node.values, need);
  }
  if (node.items !== undefined) out['items'] = jsonSchema(node.items, need);
}

/** Keywords that have the same name and the same meaning in both. */
const LIMITS = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'pattern',
  'required',
] as const satisfies readonly (keyof SchemaNode)[];

function pick(node: SchemaNode, keys: readonly (keyof SchemaNode)[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]])));
}
