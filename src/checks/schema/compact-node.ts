// One published schema → one compact node: what a field may hold, and nothing else.
import { defined } from '../../model/defined';
import { mapValues } from '../../model/map-values';
import type { SchemaNode } from '../../model/schema';
import { LIMITS, type OpenApi, RANGES } from './open-api';

/** Called with the name of every definition that is referred to. */
type Need = (definition: string) => void;

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString';
export const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const TIME = /\.(Time|MicroTime)$/;
const ANY = /(\.JSON|\.RawExtension|\.FieldsV1|JSONSchemaProps(OrArray|OrBool|OrStringArray)?)$/;
const FORMATS = ['int32', 'int64', 'byte', 'date-time'] as const;

/** A kind: its `status` is left out, because controllers write it, and every `metadata` has one definition. */
export function compactKind(schema: OpenApi, need: Need): SchemaNode {
  const { status: _status, metadata, ...properties } = schema.properties ?? {};
  const required = schema.required?.filter((name) => name !== 'status');
  const node = compact({ ...schema, ...defined({ properties: schema.properties && properties, required }) }, need);
  if (metadata?.$ref !== undefined) need(OBJECT_META);
  return metadata === undefined
    ? node
    : { ...node, properties: { ...node.properties, metadata: { ref: 'ObjectMeta' } } };
}

/** A schema at any depth. */
export function compact(schema: OpenApi, need: Need): SchemaNode {
  if (schema.$ref !== undefined) return compactRef(schema.$ref.replace('#/definitions/', ''), need);
  const [only, ...others] = schema.allOf ?? [];
  if (only !== undefined && others.length === 0 && schema.type === undefined) return compact(only, need);
  const nullable = mayBeNull(schema);
  if (schema['x-kubernetes-int-or-string'] === true)
    return { format: 'int-or-string', ...pick(schema, RANGES), ...defined({ nullable }) };
  if (isIntOrString(schema)) return { format: 'int-or-string' };
  return { ...compactFields(schema, need), ...pick(schema, LIMITS), ...compactRules(schema), ...defined({ nullable }) };
}

/** What is inside: the fields, the values of a map, the items of a list. */
function compactFields(schema: OpenApi, need: Need): SchemaNode {
  const { properties, additionalProperties: values, items } = schema;
  const type = properties === undefined ? typeOf(schema) : 'object';
  const inner = (child: OpenApi) => compact(child, need);
  const isOpen = type === 'object' && properties === undefined && typeof values !== 'object';
  return defined({
    type,
    format: FORMATS.find((format) => format === schema.format),
    properties: properties && mapValues(properties, inner),
    values: typeof values === 'object' ? inner(values) : undefined,
    items: items && inner(items),
    open: yes(isOpen || values === true || schema['x-kubernetes-preserve-unknown-fields'] === true),
  });
}

/** What is asked of the fields together, or of the items. */
function compactRules(schema: OpenApi): SchemaNode {
  const required = schema.required?.filter((name) => schema.properties?.[name]?.default === undefined);
  return defined({
    required: required?.length === 0 ? undefined : required,
    listKeys: schema['x-kubernetes-list-map-keys'],
    set: yes(schema['x-kubernetes-list-type'] === 'set'),
    oneOf: branches(schema, schema.oneOf),
    anyOf: branches(schema, schema.anyOf),
  });
}

/** Of an alternative only the fields that it demands are judged; where one demands none, nothing can be said. */
function branches(schema: OpenApi, alternatives: readonly OpenApi[] | undefined): readonly SchemaNode[] | undefined {
  if (typeOf(schema) === undefined || alternatives?.some(({ required }) => required === undefined)) return undefined;
  return alternatives?.map(({ required = [] }) => ({ required }));
}

function isIntOrString(schema: OpenApi): boolean {
  const types = (schema.oneOf ?? schema.anyOf ?? [])
    .map(({ type }) => type)
    .sort()
    .join();
  const isPlain = schema.type === undefined && schema.properties === undefined;
  return isPlain && (types === 'integer,string' || types === 'number,string');
}

function typeOf({ type }: OpenApi): SchemaNode['type'] {
  return typeof type === 'string' || type === undefined ? type : type.find((one) => one !== 'null');
}

/** The server fills in a default before it looks at what is required, also where the field is null. */
function mayBeNull({ type, nullable, default: value }: OpenApi): true | undefined {
  const isListed = typeof type === 'object' && type.includes('null');
  return yes(isListed || nullable === true || value !== undefined);
}

function yes(holds: boolean): true | undefined {
  return holds ? true : undefined;
}

function pick<Key extends keyof OpenApi>(schema: OpenApi, keys: readonly Key[]): Partial<Pick<OpenApi, Key>> {
  const picked: Partial<Pick<OpenApi, Key>> = {};
  for (const key of keys) if (schema[key] !== undefined) picked[key] = schema[key];
  return picked;
}

function compactRef(name: string, need: Need): SchemaNode {
  if (name === QUANTITY) return { format: 'quantity' };
  if (name === INT_OR_STRING) return { format: 'int-or-string' };
  if (TIME.test(name)) return { type: 'string', format: 'date-time' };
  if (ANY.test(name)) return { format: 'any' };
  need(name);
  return { ref: shortName(name) };
}

/** `io.k8s.api.apps.v1.Deployment` → `apps.v1.Deployment`; meta types keep their last part. */
export function shortName(name: string): string {
  if (name === OBJECT_META) return 'ObjectMeta';
  return name
    .replace(/^io\.k8s\.api\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\.meta\.v1\./, 'meta.')
    .replace(/^io\.k8s\.(kube-aggregator|apiextensions-apiserver)\.pkg\.apis\./, '');
}
