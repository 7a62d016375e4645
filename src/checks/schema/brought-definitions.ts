import { type CustomKind, customKindOf } from '../../model/custom-kind';
import { at, listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Definitions, KindSchemas, SchemaNode, SchemaStore } from '../../model/schema';
import { customDefinition } from './custom-definition';
import { readOpenApi } from './read-open-api';

/**
 * The schemas with those of the CustomResourceDefinitions among the objects, which take the place of pinned ones: on the
 * cluster a kind is what its definition says.
 */
export function withBroughtDefinitions(store: SchemaStore, objects: readonly RenderedObject[]): SchemaStore {
  const scopes = new Map(store.scopes);
  let custom: KindSchemas | undefined;
  for (const object of objects) {
    const brought = customKindOf(object);
    if (brought === undefined) continue;
    scopes.set(`${brought.group}/${brought.kind}`, brought.namespaced);
    custom = withKind(custom ?? store.custom, brought, object);
  }
  return custom === undefined ? store : { ...store, custom, scopes };
}

function withKind({ kinds, definitions }: KindSchemas, brought: CustomKind, object: RenderedObject): KindSchemas {
  const { group, kind } = brought;
  const isOurs = (key: string) => key.startsWith(`${group}/`) && key.endsWith(`/${kind}`);
  const served = Object.entries(servedVersions(object)).map(
    ([version, schema]) => [`${group}/${version}/${kind}`, schema] as const,
  );
  return {
    kinds: {
      ...Object.fromEntries(Object.entries(kinds).filter(([key]) => !isOurs(key))),
      ...Object.fromEntries(served.map(([key]) => [key, key])),
    },
    definitions: withServed(definitions, new Map(served)),
  };
}

function withServed(pinned: Definitions, served: ReadonlyMap<string, SchemaNode>): Definitions {
  return { get: (name) => served.get(name) ?? pinned.get(name) };
}

/** Version → what its objects are judged by. */
function servedVersions({ value }: RenderedObject): Readonly<Record<string, SchemaNode>> {
  const found: Record<string, SchemaNode> = {};
  for (const version of listAt(value, 'spec', 'versions')) {
    const name = textAt(version, 'name');
    if (name === undefined || at(version, 'served') === false) continue;
    found[name] = customDefinition(readOpenApi(at(version, 'schema', 'openAPIV3Schema')));
  }
  return found;
}
