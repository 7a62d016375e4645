import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/model/json';
import { ROOT } from '../../../support/project';
import { type CatalogSource, cachedDefinition, pinnedCatalog } from '../tools/definitions';
import type { Api, Live } from './api';
import { install } from './definitions';

/**
 * Serves the kinds whose own CustomResourceDefinition is not pinned, by a definition that is made from the catalogue's JSON schema.
 * It is not the publisher's definition: what the catalogue's tool lost of it, such as shortened enumerations, the server cannot
 * judge. Its rules in CEL, required fields, enumerations, patterns and bounds are there.
 * @param served groups and kinds that are served already: `karpenter.sh/NodePool`
 * @returns the kinds, as `group/Kind`
 */
export async function installCatalog(api: Api, served: ReadonlySet<string>): Promise<readonly string[]> {
  const missing = pinnedCatalog(ROOT).filter((source) => !served.has(`${source.group}/${source.kind}`));
  await install(api, missing.map(definitionOf));
  return missing.map(({ group, kind }) => `${group}/${kind}`);
}

/** @throws Error naming what is not cached */
function definitionOf(source: CatalogSource): Live {
  const text = cachedDefinition(source);
  if (text === undefined) throw new Error(`run \`npm run contract:tools\` first: ${source.file} is not in the cache`);
  const { group, kind, version, namespaced } = source;
  const plural = pluralOf(kind);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      // Groups of Kubernetes itself want an address; "unapproved" says that this is a stand-in.
      annotations: { 'api-approved.kubernetes.io': 'unapproved, served for tests' },
    },
    spec: {
      group,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [
        { name: version, served: true, storage: true, schema: { openAPIV3Schema: structural(JSON.parse(text)) } },
      ],
    },
  };
}

function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('ss')) return `${name}es`;
  if (name.endsWith('s')) return name;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/**
 * A JSON schema as a definition may hold it: the catalogue closes objects that have properties, which a server does by itself, and
 * spells "number or text" as an alternative.
 */
export function structural(schema: JsonObject): JsonObject {
  const isNumberOrText = alternativesOf(schema).join() === 'integer,string';
  const { additionalProperties, oneOf, type, ...others } = schema;
  const kept = Object.entries(others).map(([key, value]) => [key, inside(key, value)] as const);
  const types = Array.isArray(type) ? type.filter((one) => one !== 'null') : [type];
  return {
    ...Object.fromEntries(kept.filter(([key]) => key !== '$schema')),
    ...(isNumberOrText ? { 'x-kubernetes-int-or-string': true } : {}),
    ...(!isNumberOrText && oneOf !== undefined ? { oneOf } : {}),
    ...(!isNumberOrText && types[0] !== undefined ? { type: types[0] } : {}),
    ...(Array.isArray(type) && types.length < type.length ? { nullable: true } : {}),
    ...(isJsonObject(additionalProperties) ? { additionalProperties: structural(additionalProperties) } : {}),
    ...(additionalProperties === true ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
  };
}

function alternativesOf(schema: JsonObject): readonly string[] {
  const alternatives = [schema['oneOf'], schema['anyOf']].find(Array.isArray) ?? [];
  return alternatives.map((one) => String(isJsonObject(one) ? one['type'] : undefined)).sort();
}

function inside(key: string, value: JsonValue | undefined): JsonValue | undefined {
  if (key === 'items' && isJsonObject(value)) return structural(value);
  if (key !== 'properties' || !isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, isJsonObject(one) ? structural(one) : one]),
  );
}
