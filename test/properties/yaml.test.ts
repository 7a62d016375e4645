import fc from 'fast-check';
import { parse } from 'yaml';
import type { JsonObject } from '../../src/model/json';
import { forbiddenCharacter } from '../../src/render/yaml/scalar';
import { stringifyYaml } from '../../src/render/yaml/stringify';

const tokens = fc.constantFrom(
  'y',
  'no',
  'on',
  'null',
  '~',
  '0',
  '1',
  ':',
  ': ',
  '#',
  ' #',
  '-',
  '- ',
  '?',
  '|',
  '>',
  '"',
  "'",
  '\\',
  '\n',
  '\t',
  ' ',
  '[',
  '{',
  '&a',
  '*a',
  '!',
  '%',
  '@',
  '`',
  '\u2028',
  '\ufeff',
  'é',
  '😀',
  '---',
  '...',
  '<<',
  '=',
  'e',
  '_',
  '.',
  'x',
);
const text = fc
  .oneof(
    fc.array(tokens, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .filter((one) => forbiddenCharacter(one) === undefined && !one.includes('+argocd'));
const key = text.filter((one) => one !== '__proto__');
const { model } = fc.letrec<{ model: unknown; map: unknown }>((tie) => ({
  model: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('model'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(key, tie('model'), { maxKeys: 4, noNullPrototype: true }),
}));

describe('YAML, for any model', () => {
  it('reads back as what was written, in both versions', () => {
    fc.assert(
      fc.property(model, (value) => {
        const object = { value } as JsonObject;
        const written = stringifyYaml(object);
        for (const version of ['1.1', '1.2'] as const) expect(parse(written, { version, merge: true })).toEqual(object);
        expect(stringifyYaml(parse(written) as JsonObject)).toBe(written);
      }),
      { numRuns: 1500 },
    );
  });
});
