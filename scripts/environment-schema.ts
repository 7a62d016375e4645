// Writes the JSON Schemas that editors use for the settings files, from the definitions that validate them.
//   npm run schema                                           into environments/
//   node scripts/run.mjs scripts/environment-schema.ts DIR   into another folder, for comparing
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { releaseSchema } from '../src/load/settings/release-schema';
import { environmentSchema } from '../src/load/settings/schema';
import { SCHEMA_OPTIONS as options } from './schema-options';

const to = resolve(process.argv[2] ?? join(__dirname, '..', 'environments'));

const { $schema, oneOf, anyOf } = toJsonSchema(environmentSchema, options);
const kinds = (oneOf ?? anyOf ?? []).map(partial);
const files = {
  'environment.schema.json': { $schema, title: 'environment.yaml of cdk8s-eks', anyOf: kinds },
  'defaults.schema.json': {
    $schema,
    title: 'A parent that environments of cdk8s-eks extend',
    // One level down, because beside `$ref` an editor that follows draft 7 does not see the title.
    allOf: [{ $ref: 'environment.schema.json' }],
  },
  'release.schema.json': { title: 'release.yaml of cdk8s-eks', ...toJsonSchema(releaseSchema, options) },
};
for (const [name, schema] of Object.entries(files))
  writeFileSync(join(to, name), `${JSON.stringify(schema, null, 2)}\n`);

/**
 * A file is merged with its parents key by key, so no map needs to hold everything itself, and `platform` may come
 * from a parent: both kinds fit then. Lists are replaced, so their items are whole; so is a choice.
 */
function partial(whole: JsonSchema | boolean): JsonSchema | boolean {
  if (typeof whole === 'boolean') return whole;
  const { required: _required, ...schema } = whole;
  const { properties, additionalProperties } = schema;
  if (properties !== undefined) {
    schema.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, partial(value)]));
  }
  if (typeof additionalProperties === 'object') schema.additionalProperties = partial(additionalProperties);
  return schema;
}
