import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { releaseSchema } from '../../../../src/load/settings/release-schema';
import { environmentSchema } from '../../../../src/load/settings/schema';
import { last } from '../../../../src/model/lists';
import { ROOT } from '../../../support/project';
import { SETTING_READERS } from './setting-readers';

/** Every key that holds a value of its own, and maps of values by free names. */
function keysOf(schema: JsonSchema | boolean | undefined, path: string): readonly string[] {
  if (typeof schema !== 'object') return [path];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.flatMap((one) => keysOf(one as JsonSchema, path));
  if (schema.type === 'array') {
    const inner = keysOf(schema.items as JsonSchema, `${path}[]`);
    return inner.every((key) => key === `${path}[]`) ? [path] : inner;
  }
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([key, one]) =>
      keysOf(one as JsonSchema, path === '' ? key : `${path}.${key}`),
    );
  if (schema.type !== 'object') return [path];
  const free = keysOf(schema.additionalProperties as JsonSchema, `${path}.<name>`);
  return free.every((key) => key === `${path}.<name>`) ? [path] : free;
}

const keys = [environmentSchema, releaseSchema].flatMap((schema) =>
  keysOf(toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }), ''),
);

describe('the settings', () => {
  it('1.9 settings that nothing reads: each key has its reader, and the table names no other', () => {
    expect([...new Set(keys)].sort()).toEqual(Object.keys(SETTING_READERS).sort());
  });

  it.each(Object.entries(SETTING_READERS))('1.9 %s is read by %s', (key, reader) => {
    const [file = '', name = last(key.split('.')).replace('[]', '')] = reader.split(' ');
    const text = readFileSync(join(ROOT, file), 'utf8');
    // As a field, or taken out of one.
    const read = new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\b(?=[^{}]*\\})`);
    expect(name.startsWith("'") ? text.includes(name) : read.test(text)).toBe(true);
  });
});
