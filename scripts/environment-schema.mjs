// Writes the JSON Schemas that editors use for the settings files, from the definition that validates them.
//   npm run schema             into environments/
//   npm run schema -- DIR      into another folder, for comparing

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadModule, root } from './bundle.mjs';

const to = resolve(process.argv[2] ?? join(root, 'environments'));
const { environmentSchema, releaseSchema } = await loadModule('src/load/settings/schema.ts');

// What an editor cannot judge (a check over a list's items) is left to `synth`.
const options = { typeMode: 'input', errorMode: 'ignore' };
const environment = toJsonSchema(environmentSchema, options);
// A file that is merged with its parents need not hold everything itself.
const partial = {
  ...environment,
  ...(environment.anyOf ? { anyOf: environment.anyOf.map(withoutRequired) } : {}),
  ...(environment.oneOf ? { oneOf: environment.oneOf.map(withoutRequired) } : {}),
};
const files = {
  'environment.schema.json': asAny(partial),
  'defaults.schema.json': asAny(partial),
  'release.schema.json': toJsonSchema(releaseSchema, options),
};
for (const [name, schema] of Object.entries(files))
  writeFileSync(join(to, name), `${JSON.stringify(schema, null, 2)}\n`);

function withoutRequired({ required: _required, ...schema }) {
  return schema;
}

/** `platform` may come from a parent, so both kinds fit. */
function asAny(schema) {
  const { oneOf, ...rest } = schema;
  return oneOf === undefined ? rest : { ...rest, anyOf: oneOf };
}
