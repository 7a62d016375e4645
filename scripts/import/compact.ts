// Compact structural schemas (src/model/schema.ts) of whole versions of Kubernetes and of all custom kinds.
import { compact, compactKind, OBJECT_META, shortName } from '../../src/checks/schema/compact-node';
import { customDefinition } from '../../src/checks/schema/custom-definition';
import { defined } from '../../src/model/defined';
import { mapValues } from '../../src/model/map-values';
import type { SchemaBundle, SchemaNode } from '../../src/model/schema';
import type { Constraints } from './constraints';
import type { CustomKind, Definitions } from './open-api';
import { shareRepeated } from './share';

/** What is served beside the objects that people write. */
const NOT_WRITTEN = /List$|Options$|^(Scale|Status|Eviction|WatchEvent|APIGroup|APIResourceList|APIVersions|Table)$/;

/** One Kubernetes version, with what the API server enforces in code. */
export function compactKubernetes(published: Definitions, constraints: Constraints): SchemaBundle {
  const kinds = kindsOf(published);
  const roots = new Set(Object.values(kinds));
  const definitions: Record<string, SchemaNode> = {};
  const queue = [OBJECT_META, ...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (definitions[shortName(name)] !== undefined) continue;
    const schema = published[name];
    if (schema === undefined) throw new Error(`${name} is referred to, but not defined.`);
    const node = (roots.has(name) ? compactKind : compact)(schema, (definition) => queue.push(definition));
    definitions[shortName(name)] = constrained(node, constraints[name.slice(name.lastIndexOf('.') + 1)] ?? {});
  }
  return { kinds: mapValues(kinds, shortName), definitions };
}

/** `apps/v1/Deployment` → the full name of its definition. */
function kindsOf(published: Definitions): Record<string, string> {
  const kinds: Record<string, string> = {};
  for (const [name, schema] of Object.entries(published)) {
    if (name.includes('.pkg.apis.meta.')) continue;
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? [])
      if (!NOT_WRITTEN.test(kind)) kinds[`${group ? `${group}/` : ''}${version}/${kind}`] = name;
  }
  return kinds;
}

/** The node with its constraints; `''` stands for the definition itself. */
function constrained(node: SchemaNode, constraints: Constraints[string]): SchemaNode {
  const { '': whole, ...fields } = constraints;
  const properties = { ...node.properties };
  for (const [name, extra] of Object.entries(fields)) {
    const field = properties[name];
    if (field !== undefined) properties[name] = merged(field, extra);
  }
  return {
    ...(whole === undefined ? node : merged(node, whole)),
    ...defined({ properties: node.properties && properties }),
  };
}

function merged(node: SchemaNode, extra: SchemaNode): SchemaNode {
  const required = [...new Set([...(node.required ?? []), ...(extra.required ?? [])])].sort();
  return {
    ...node,
    ...extra,
    ...defined({
      items: extra.items === undefined ? node.items : { ...node.items, ...extra.items },
      required: extra.required === undefined ? node.required : required,
    }),
  };
}

/** All custom kinds, with their scopes. */
export function compactCustom(custom: readonly CustomKind[]): SchemaBundle & { scopes: Record<string, boolean> } {
  const kinds: Record<string, string> = {};
  const definitions: Record<string, SchemaNode> = {};
  const scopes: Record<string, boolean> = {};
  for (const { group, kind, version, namespaced, schema } of custom) {
    const name = `${group}/${version}/${kind}`;
    kinds[name] = name;
    definitions[name] = customDefinition(schema);
    scopes[`${group}/${kind}`] = namespaced;
  }
  return { kinds, definitions: shareRepeated(definitions), scopes };
}
