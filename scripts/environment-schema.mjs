// Writes the JSON Schemas that editors use for the settings files, from the definition that validates them.
//   npm run schema             into environments/
//   npm run schema -- DIR      into another folder, for comparing

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadModule, root } from './bundle.mjs';

const to = resolve(process.argv[2] ?? join(root, 'environments'));
const [{ environmentSchema }, { releaseSchema }] = await Promise.all(
  ['schema', 'release-schema'].map((name) => loadModule(`src/load/settings/${name}.ts`)),
);

// What an editor cannot judge (rules over several fields) is left to `synth`.
const options = { typeMode: 'input', errorMode: 'ignore' };
const { $schema, oneOf, anyOf } = toJsonSchema(environmentSchema, options);
const kinds = (oneOf ?? anyOf).map(partial);
const files = {
  'environment.schema.json': { $schema, title: 'environment.yaml of cdk8s-eks', anyOf: kinds },
  'defaults.schema.json': { $schema, title: 'A parent that environments of cdk8s-eks extend', anyOf: kinds },
  'release.schema.json': { title: 'release.yaml of cdk8s-eks', ...toJsonSchema(releaseSchema, options) },
};
for (const [name, schema] of Object.entries(files))
  writeFileSync(join(to, name), `${JSON.stringify(schema, null, 2)}\n`);

/**
 * A file is merged with its parents key by key, so no map needs to hold everything itself, and `platform` may come
 * from a parent: both kinds fit then. Lists are replaced, so their items are whole; so is a choice.
 */
function partial({ required: _required, ...schema }) {
  const { properties, additionalProperties } = schema;
  if (properties !== undefined) schema.properties = mapValues(properties, partial);
  if (typeof additionalProperties === 'object') schema.additionalProperties = partial(additionalProperties);
  return schema;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
