import { at, type FieldPath, isJsonObject, type JsonObject, listAt, mapAt, textAt } from '../../model/json';
import { hasRepeatedRepeat } from '../schema/repeated-repeat';
import { patternOf } from '../schema/scalars';

/** A place in the schema of a CustomResourceDefinition. */
export interface SchemaPlace {
  readonly schema: JsonObject;
  readonly path: FieldPath;
  /** The whole object, a field of it, an item of a list, or a part of `allOf`, `anyOf`, `oneOf` or `not`. */
  readonly level: 'root' | 'field' | 'item' | 'alternative';
  /** The alternatives of a number or a text are the only ones that say a type. */
  readonly ofIntOrString?: boolean;
}

/** All places in the schemas of all versions, each before what is inside. */
export function schemaPlaces(definition: JsonObject): readonly SchemaPlace[] {
  const found: SchemaPlace[] = [];
  listAt(definition, 'spec', 'versions').forEach((version, index) => {
    const schema = at(version, 'schema', 'openAPIV3Schema');
    if (isJsonObject(schema))
      visit({ schema, path: ['spec', 'versions', index, 'schema', 'openAPIV3Schema'], level: 'root' }, found);
  });
  return found;
}

/** What only the server judges: whether something is asked in CEL, and patterns that are not tried here. */
export function leftToServer(definition: JsonObject): { readonly cel: boolean; readonly patterns: readonly string[] } {
  const places = schemaPlaces(definition);
  const patterns = places.flatMap(({ schema }) => {
    const pattern = textAt(schema, 'pattern');
    const isTried = pattern === undefined || (!hasRepeatedRepeat(pattern) && patternOf(pattern) !== undefined);
    return isTried ? [] : [pattern];
  });
  const cel = places.some(({ schema }) => at(schema, 'x-kubernetes-validations') !== undefined);
  return { cel, patterns: [...new Set(patterns)] };
}

function visit(place: SchemaPlace, found: SchemaPlace[]): void {
  found.push(place);
  const { schema, path, level } = place;
  const ofIntOrString = at(schema, 'x-kubernetes-int-or-string') === true || place.ofIntOrString === true;
  const inner = (value: unknown, steps: FieldPath, as: SchemaPlace['level']) => {
    const inside = level === 'alternative' ? level : as;
    const more = inside === 'alternative' ? { ofIntOrString } : {};
    if (isJsonObject(value)) visit({ schema: value, path: [...path, ...steps], level: inside, ...more }, found);
  };
  for (const [name, value] of Object.entries(mapAt(schema, 'properties'))) inner(value, ['properties', name], 'field');
  inner(at(schema, 'additionalProperties'), ['additionalProperties'], 'field');
  inner(at(schema, 'items'), ['items'], 'item');
  for (const key of ['allOf', 'anyOf', 'oneOf'])
    listAt(schema, key).forEach((value, index) => {
      inner(value, [key, index], 'alternative');
    });
  inner(at(schema, 'not'), ['not'], 'alternative');
}
