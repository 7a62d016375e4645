import fc from 'fast-check';
import { didYouMean, suggest } from '../../../src/model/suggest';

/** The same count, as it is defined: slow, and not to be mistaken. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const kept = edits(restA, restB) + (a[0] === b[0] ? 0 : 1);
  const swapped =
    a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1 ? edits(a.slice(2), b.slice(2)) + 1 : kept;
  return Math.min(kept, swapped, edits(restA, b) + 1, edits(a, restB) + 1);
}

it.each([
  ['smal', ['large', 'small'], 'small'],
  ['Smlal', ['small'], 'small'],
  ['us/pacific', ['US/Central', 'US/Pacific'], 'US/Pacific'],
  ['xy', ['small'], undefined],
  ['small', [], undefined],
])('suggests for %s among %j: %s', (word, known, best) => {
  expect(suggest(word, known)).toBe(best);
});

it('suggests the first of the nearest words, however far the others are', () => {
  const word = fc.stringMatching(/^[ab]{1,6}$/);
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (typed, known) => {
      const near = known.filter((one) => edits(typed, one) <= Math.max(1, Math.floor(typed.length * 0.4)));
      const least = Math.min(...near.map((one) => edits(typed, one)));
      expect(suggest(typed, known)).toBe(near.find((one) => edits(typed, one) === least));
    }),
    { numRuns: 500, seed: 1 },
  );
});

it('is a sentence behind another one, or nothing', () => {
  expect([didYouMean('smal', ['small']), didYouMean('xy', ['small'])]).toEqual([' Did you mean "small"?', '']);
});
