import fc from 'fast-check';
import { classOf, FORBIDDEN } from '../../src/render/yaml/text-class';
import { anyCharacter } from './any-character';

/** Pieces of text that readers of YAML take in different ways, to be joined at random. */
const pieces = fc.constantFrom(
  ...'y n no on off null ~ 0 1 8 9 12 e E x o b _ . .. + - -- --- ... : :: # ? | > = << , " \' ` \\'.split(' '),
  ...'[ ] { } & * ! % @ &a *a !!str $ ( ) ; < ^ / m s h Gi k M inf nan true a B é 😀 ñ 日'.split(' '),
  ...[' ', '  ', ': ', ' :', ' #', '# ', '- ', '\n', '\n\n', '\n  ', '\t', '\n\t', ' \n', '\r', '\r\n'],
  ...['\u2028', '\u2029', '\ufeff', '\u00a0', '\u200b', '\u202e', '\u{e0041}', '2024-01-01', '12:30', '1_0', '0o1'],
);

/** What is written without quotes though it begins like a number or a path, or holds a colon and a space. */
const doubtful = fc.oneof(
  fc.stringMatching(/^\d{1,4}(\.\d{1,3}){0,3}([-/:][A-Za-z0-9.-]{0,6})?$/),
  fc.stringMatching(/^(\d{1,3}([.]\d)?(ms|[smhdkMGeE]|Ki|Mi)){1,3}$/),
  fc.stringMatching(/^[\d*][\d,/:-]{0,4}( [a-z\d*?,/:-]{1,3}){3,5}$/),
  fc.stringMatching(/^\.{1,3}\/?[A-Za-z0-9._/-]{0,4}$/),
  fc.stringMatching(/^[a-z/$-][a-z -]{0,3}( ?[a-z:/-]{1,4}){1,4}$/),
);

/** Any text that an object may hold. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: doubtful },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 9 }) },
  )
  .filter((text) => (classOf(text) & FORBIDDEN) === 0 && !text.includes('+argocd'));

/** The tests' own comparison fails for this key, not YAML; it has a test of its own. */
const keys = texts.filter((key) => key !== '__proto__');

const { model } = fc.letrec<{ model: unknown }>((tie) => ({
  model: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('model'), { maxLength: 3 }),
    fc.dictionary(keys, tie('model'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** An object in which each text stands as value, key, item, item of an item, and last value. */
export const models = fc.record({
  a: texts,
  keys: fc.dictionary(keys, texts, { maxKeys: 3, noNullPrototype: true }),
  list: fc.array(model, { maxLength: 3 }),
  number: fc.oneof(
    fc.maxSafeInteger(),
    fc.integer(),
    fc.integer().map((n) => n / 8),
  ),
  z: texts,
});

/** The same text in every position a text can have. */
export function everywhere(text: string): Readonly<Record<string, unknown>> {
  return {
    value: text,
    keys: { [text]: text, deep: { [text]: { [text]: [text] } } },
    list: [text, [text, [text]], { [text]: text, z: text }, { a: { [text]: {} } }, { [text]: [] }],
    z: text,
  };
}
