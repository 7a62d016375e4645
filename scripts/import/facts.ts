// What a doc comment of a typed kind says: facts of the schemas and tables, and no sentence of upstream's.
import { shortName } from '../../src/checks/schema/compact-node';
import { isImmutableField } from '../../src/knowledge/kubernetes/immutable-fields';
import { isNamespaced } from '../../src/knowledge/kubernetes/kinds';
import type { SchemaBundle, SchemaNode } from '../../src/model/schema';
import type { fieldVersions } from './field-versions';
import type { Definitions } from './open-api';
import { referenceOf } from './reference';

export interface FactSources {
  /** The newest version of Kubernetes, as it was published and as it is judged. */
  readonly version: string;
  readonly definitions: Definitions;
  readonly bundle: SchemaBundle;
  readonly fieldVersions: ReturnType<typeof fieldVersions>;
  /** Kind → the versions that serve it, ascending. */
  readonly served: Readonly<Record<string, readonly string[]>>;
  /** The oldest version that is supported. */
  readonly oldest: string;
}

/** The facts of a definition (`io.k8s.api.core.v1.Service`) or of one of its fields (`…#spec`), or nothing. */
export function factsOf(sources: FactSources): (schema: string) => string | undefined {
  const addressOf = referenceOf(sources.version, sources.definitions);
  const places = placesOf(sources.bundle);
  return (schema) => {
    const [definition = '', field] = schema.split('#');
    const address = addressOf(definition);
    const see = address === undefined ? [] : [`@see ${address}`];
    if (field === undefined) return text([...kindFacts(definition, sources), ...see]);
    const place = places.get(shortName(definition));
    const facts = fieldFacts(shortName(definition), field, place, sources);
    return text(place === undefined ? facts : [...facts, ...see]);
  };
}

function text(facts: readonly string[]): string | undefined {
  return facts.length === 0 ? undefined : facts.join(' ');
}

/** Where users begin to write: the fields of a kind itself, and those of its spec. */
interface Place {
  readonly kind: string;
  /** `spec.` or nothing. */
  readonly prefix: string;
}

function placesOf({ kinds, definitions }: SchemaBundle): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const [key, definition] of Object.entries(kinds)) {
    const kind = key.slice(key.lastIndexOf('/') + 1);
    found.set(definition, { kind, prefix: '' });
    const spec = definitions[definition]?.properties?.['spec']?.ref;
    // A Pod is the first kind that has its spec; templates have it too, and there it can be changed.
    if (spec !== undefined && !found.has(spec)) found.set(spec, { kind, prefix: 'spec.' });
  }
  return found;
}

function kindFacts(definition: string, { definitions, served, oldest }: FactSources): readonly string[] {
  const [of] = definitions[definition]?.['x-kubernetes-group-version-kind'] ?? [];
  if (of === undefined || definition.includes('.pkg.apis.meta.')) return [];
  const apiVersion = of.group === '' ? of.version : `${of.group}/${of.version}`;
  const namespaced = isNamespaced(of.group, of.kind, new Map());
  const scope = { true: ', in a namespace', false: ', of the whole cluster', undefined: '' }[`${namespaced}`];
  const [first = oldest] = served[`${apiVersion}/${of.kind}`] ?? [];
  return [`${of.kind} of ${apiVersion}${scope}.`, ...since(first, oldest)];
}

function since(first: string, oldest: string): readonly string[] {
  return first === oldest ? [] : [`Since Kubernetes ${first}.`];
}

function fieldFacts(
  definition: string,
  field: string,
  place: Place | undefined,
  { bundle, fieldVersions: lives, oldest }: FactSources,
): readonly string[] {
  const parent = bundle.definitions[definition];
  const node = parent?.properties?.[field];
  if (node === undefined) return [];
  const [first = oldest] = lives[definition]?.[field] ?? [];
  return [
    ...(parent?.required?.includes(field) ? ['Required.'] : []),
    ...valueFacts(node),
    ...(place !== undefined && isImmutableField(place.kind, `${place.prefix}${field}`)
      ? [`Immutable in ${withArticle(place.kind)}: a change needs a new object.`]
      : []),
    ...since(first, oldest),
  ];
}

function valueFacts(node: SchemaNode): readonly string[] {
  const items =
    node.items === undefined
      ? []
      : valueFacts(node.items).map((fact) => `Each: ${fact.replace(/^[A-Z]/, (letter) => letter.toLowerCase())}`);
  const values = node.enum?.map((value) => `\`${value === '' ? '""' : value}\``) ?? [];
  return [
    ...(values.length === 0 ? [] : [`${values.length === 1 ? '' : 'One of '}${values.join(', ')}.`]),
    ...range(node.minimum, node.maximum, ''),
    ...range(node.minLength, node.maxLength, ' character'),
    ...range(node.minItems, node.maxItems, ' item'),
    ...(node.pattern === undefined ? [] : [`Matches \`${node.pattern}\`.`]),
    ...(node.listKeys === undefined ? [] : [`No two items with the same ${node.listKeys.map(quoted).join(' and ')}.`]),
    ...(node.set === true ? ['No two items alike.'] : []),
    ...items,
  ];
}

function withArticle(kind: string): string {
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}

function range(least: number | undefined, most: number | undefined, unit: string): readonly string[] {
  const counted = (text: string, count: number) => `${text}${unit === '' || count === 1 ? unit : `${unit}s`}.`;
  if (most === undefined) return least === undefined ? [] : [counted(`At least ${least}`, least)];
  return [counted(least === undefined ? `At most ${most}` : `${least}–${most}`, most)];
}
