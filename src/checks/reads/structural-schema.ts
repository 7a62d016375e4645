import { at, type FieldPath, isJsonObject, type JsonObject } from '../../model/json';
import type { SchemaPlace } from './definition-schemas';

/** What the server refuses in one place of a schema: at which key, what it is, and how it becomes right. */
export interface Unstructural {
  readonly path: FieldPath;
  readonly what: string;
  readonly fix: string;
}

/** JSON Schema has them, a definition has not. */
const UNSUPPORTED = ['$ref', 'definitions', 'dependencies', 'patternProperties', 'additionalItems'];
/** What is said once outside, and not in an alternative. */
const OUTSIDE = ['type', 'additionalProperties', 'default', 'nullable', 'title', 'description'];
/** Go matches in linear time, and so knows neither of them. */
const LOOKAROUND = /\(\?<?[=!]/;
const BACKREFERENCE = /\\[1-9]/;

/**
 * What keeps a schema from being structural, at this place.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function judgeStructure(place: SchemaPlace): readonly Unstructural[] {
  const { schema, path, level } = place;
  const found = UNSUPPORTED.filter((key) => schema[key] !== undefined).map((key) => ({
    path: [...path, key],
    what: `a definition has no \`${key}\``,
    fix: `write out what \`${key}\` stands for.`,
  }));
  // What stands for something else has no type of its own.
  if (found.length > 0) return found;
  return [
    ...(level === 'alternative' ? judgeAlternative(place) : judgeType(place)),
    ...judgeMap(schema, path),
    ...judgePattern(schema, path),
  ];
}

function judgeType({ schema, path, level }: SchemaPlace): readonly Unstructural[] {
  const type = at(schema, 'type');
  if (level === 'root' && type !== 'object')
    return [{ path: [...path, 'type'], what: 'the schema of a whole object is not a map', fix: 'set `type: object`.' }];
  const isFree = at(schema, 'x-kubernetes-int-or-string') === true || preserves(schema);
  if (type === undefined && !isFree) {
    const what = `${level === 'item' ? 'the items of a list have' : 'a field has'} no type`;
    return [
      {
        path: [...path, 'type'],
        what,
        fix: 'set `type`, or `x-kubernetes-preserve-unknown-fields: true` for anything.',
      },
    ];
  }
  if (type === 'array' && !isJsonObject(at(schema, 'items')))
    return [{ path: [...path, 'items'], what: 'a list does not say what its items are', fix: 'set `items`.' }];
  return [];
}

function preserves(schema: JsonObject): boolean {
  return at(schema, 'x-kubernetes-preserve-unknown-fields') === true;
}

function judgeAlternative({ schema, path, ofIntOrString }: SchemaPlace): readonly Unstructural[] {
  if (ofIntOrString === true) return [];
  return OUTSIDE.filter((key) => schema[key] !== undefined).map((key) => ({
    path: [...path, key],
    what: `an alternative says \`${key}\`, which belongs to the field itself`,
    fix: `move \`${key}\` out of the alternatives.`,
  }));
}

function judgeMap(schema: JsonObject, path: FieldPath): readonly Unstructural[] {
  const found: Unstructural[] = [];
  if (schema['additionalProperties'] !== undefined && schema['properties'] !== undefined)
    found.push({
      path: [...path, 'additionalProperties'],
      what: '`additionalProperties` stands beside `properties`',
      fix: 'keep one of them; the server drops what `properties` does not name.',
    });
  if (schema['uniqueItems'] === true)
    found.push({
      path: [...path, 'uniqueItems'],
      what: 'items cannot be asked to be unique in this way',
      fix: 'use `x-kubernetes-list-type: set`.',
    });
  return found;
}

function judgePattern(schema: JsonObject, path: FieldPath): readonly Unstructural[] {
  const pattern = at(schema, 'pattern');
  if (typeof pattern !== 'string') return [];
  const plain = pattern.replace(/\\\\/g, '').replace(/\\[^1-9]/g, '');
  const isGo = !LOOKAROUND.test(plain) && !BACKREFERENCE.test(plain);
  const what = `the pattern ${JSON.stringify(pattern)} looks around or back, which Go’s patterns cannot`;
  return isGo ? [] : [{ path: [...path, 'pattern'], what, fix: 'ask for it in CEL (`x-kubernetes-validations`).' }];
}
