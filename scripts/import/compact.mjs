// Compact structural schemas (src/model/schema.ts): what a field may hold, and nothing else.
import { shareRepeated } from './share.mjs';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString';
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const TIME = /\.(Time|MicroTime)$/;
const ANY = /(\.JSON|\.RawExtension|\.FieldsV1|JSONSchemaProps(OrArray|OrBool|OrStringArray)?)$/;
const RANGES = ['pattern', 'minimum', 'maximum'];
const KEPT = [...RANGES, 'enum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];
const FORMATS = new Set(['int32', 'int64', 'byte', 'date-time']);

/** One Kubernetes version → `{ kinds, definitions }`. */
export function compactKubernetes(definitions, constraints) {
  const kinds = {};
  const wanted = new Set([OBJECT_META]);
  for (const [name, schema] of Object.entries(definitions)) {
    for (const gvk of schema['x-kubernetes-group-version-kind'] ?? []) {
      if (
        /List$|Options$|^(Scale|Status|Eviction|WatchEvent|APIGroup|APIResourceList|APIVersions|Table)$/.test(gvk.kind)
      )
        continue;
      if (name.includes('.pkg.apis.meta.')) continue;
      kinds[`${gvk.group ? `${gvk.group}/` : ''}${gvk.version}/${gvk.kind}`] = shortName(name);
      wanted.add(name);
    }
  }
  const out = {};
  const queue = [...wanted];
  while (queue.length > 0) {
    const name = queue.pop();
    if (out[shortName(name)] !== undefined) continue;
    const isKind = Object.values(kinds).includes(shortName(name));
    const node = compact(definitions[name], (ref) => queue.push(ref), isKind);
    constrain(node, constraints[name.split('.').at(-1)] ?? {});
    out[shortName(name)] = node;
  }
  return { kinds, definitions: out };
}

/** Adds what the API server enforces in code; `''` stands for the definition itself. */
function constrain(node, constraints) {
  for (const [field, { items, required, ...extra }] of Object.entries(constraints)) {
    const target = field === '' ? node : node.properties?.[field];
    if (target === undefined) continue;
    Object.assign(target, extra);
    if (items !== undefined) Object.assign(target.items, items);
    if (required !== undefined) target.required = [...new Set([...(target.required ?? []), ...required])].sort();
  }
}

/** All custom kinds → `{ kinds, definitions, scopes }`. */
export function compactCustom(custom) {
  const kinds = {};
  const definitions = {};
  const scopes = {};
  for (const { group, kind, version, namespaced, schema } of custom) {
    const name = `${group}/${version}/${kind}`;
    kinds[name] = name;
    const node = compact(schema, () => undefined, true);
    node.properties = {
      ...node.properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { ref: 'ObjectMeta' },
    };
    definitions[name] = node;
    scopes[`${group}/${kind}`] = namespaced;
  }
  return { kinds, definitions: shareRepeated(definitions), scopes };
}

function compact(schema, need, isKind = false) {
  if (schema === undefined) return { format: 'any' };
  if (schema.$ref !== undefined) return compactRef(schema.$ref.replace('#/definitions/', ''), need);
  if (schema.allOf?.length === 1 && schema.type === undefined) return compact(schema.allOf[0], need);
  if (schema['x-kubernetes-int-or-string'] === true)
    return withNull({ format: 'int-or-string', ...pick(schema, RANGES) }, schema);
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (schema.type === undefined && schema.properties === undefined && alternatives !== undefined) {
    const types = alternatives
      .map((one) => one.type)
      .sort()
      .join();
    if (types === 'integer,string' || types === 'number,string') return { format: 'int-or-string' };
  }
  const node = {};
  const type = Array.isArray(schema.type) ? schema.type.find((t) => t !== 'null') : schema.type;
  if (type !== undefined) node.type = type;
  if (Array.isArray(schema.type) && schema.type.includes('null')) node.nullable = true;
  Object.assign(node, pick(schema, KEPT));
  if (FORMATS.has(schema.format)) node.format = schema.format;
  if (schema.properties !== undefined) {
    node.type = 'object';
    node.properties = {};
    for (const [name, inner] of Object.entries(schema.properties)) {
      if (isKind && name === 'status') continue;
      node.properties[name] = isKind && name === 'metadata' ? { ref: 'ObjectMeta' } : compact(inner, need);
    }
    if (isKind && schema.properties.metadata?.$ref !== undefined) need(OBJECT_META);
  }
  const values = schema.additionalProperties;
  if (typeof values === 'object') node.values = compact(values, need);
  if (schema['x-kubernetes-preserve-unknown-fields'] === true || values === true) node.open = true;
  if (type === 'object' && node.properties === undefined && node.values === undefined) node.open = true;
  if (schema.items !== undefined) node.items = compact(schema.items, need);
  const required = (schema.required ?? []).filter((name) => !(isKind && name === 'status') && !defaulted(schema, name));
  if (required.length > 0) node.required = required;
  if (schema['x-kubernetes-list-map-keys'] !== undefined) node.listKeys = schema['x-kubernetes-list-map-keys'];
  if (schema['x-kubernetes-list-type'] === 'set') node.set = true;
  for (const key of ['oneOf', 'anyOf']) {
    if (schema[key] === undefined || type === undefined) continue;
    const branches = schema[key].map((one) => branch(one, need)).filter((one) => Object.keys(one).length > 0);
    if (branches.length === schema[key].length) node[key] = branches;
  }
  return withNull(node, schema);
}

/** Of an alternative only the fields it demands are judged. */
function branch(schema) {
  return schema.required === undefined ? {} : { required: schema.required };
}

/** The server fills in a default before it looks at what is required, also where the field is null. */
function withNull(node, schema) {
  return schema.nullable === true || schema.default !== undefined ? { ...node, nullable: true } : node;
}

function defaulted(schema, name) {
  return schema.properties?.[name]?.default !== undefined;
}

function pick(schema, keys) {
  return Object.fromEntries(keys.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));
}

function compactRef(name, need) {
  if (name === QUANTITY) return { format: 'quantity' };
  if (name === INT_OR_STRING) return { format: 'int-or-string' };
  if (TIME.test(name)) return { type: 'string', format: 'date-time' };
  if (ANY.test(name)) return { format: 'any' };
  need(name);
  return { ref: shortName(name) };
}

/** `io.k8s.api.apps.v1.Deployment` → `apps.v1.Deployment`; meta types keep their last part. */
function shortName(name) {
  if (name === OBJECT_META) return 'ObjectMeta';
  return name
    .replace(/^io\.k8s\.api\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\.meta\.v1\./, 'meta.')
    .replace(/^io\.k8s\.(kube-aggregator|apiextensions-apiserver)\.pkg\.apis\./, '');
}
