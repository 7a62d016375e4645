import fc from 'fast-check';
import type { JsonValue } from '../../../src/model/json';
import { diffObjects } from '../../../src/model/object-diff';
import { applied, sortedByName } from './apply-differences';

const scalar = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ max: 3, min: 0 }), fc.boolean(), fc.constant(null));
/** Keys as in rendered objects, among them those that need quotes and those that every object inherits. */
const key = fc.constantFrom('name', 'image', 'a.b/c', 'x y', 'toString', 'constructor', '__proto__', '0');
const { value: json } = fc.letrec<{ value: JsonValue; object: JsonValue; list: JsonValue; named: JsonValue }>(
  (tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, tie('object'), tie('list'), tie('named')),
    object: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    list: fc.array(tie('value'), { maxLength: 3 }),
    named: fc.uniqueArray(fc.record({ name: fc.constantFrom('web', 'proxy', 'a/b'), image: tie('value') }), {
      selector: (item) => item.name,
      maxLength: 3,
    }),
  }),
);
/** Pairs that are alike, which unrelated values seldom are. */
const pair = fc.oneof(
  fc.tuple(json, json),
  json.chain((before) =>
    fc.tuple(fc.constant(before), json, json).map(
      ([a, b]) =>
        [
          { a, b },
          { a, b: a },
        ] as const,
    ),
  ),
);

describe('differences of objects', () => {
  it('are none where the objects are equal, whatever the order of their keys', () => {
    fc.assert(fc.property(json, (value) => expect(diffObjects(value, structuredClone(value))).toEqual([])));
    expect(diffObjects({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual([]);
  });

  it('lead from one object to the other when they are applied', () => {
    fc.assert(
      fc.property(pair, ([before, after]) =>
        expect(sortedByName(applied(before, diffObjects(before, after)))).toEqual(sortedByName(after)),
      ),
      { numRuns: 500 },
    );
  });
});
