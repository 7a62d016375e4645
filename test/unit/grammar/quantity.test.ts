import { exceedsInt64, parseQuantity, wrongQuantity } from '../../../src/grammar/quantity';

/** Verdicts of apimachinery 0.34, ParseQuantity; it also reads a unit alone, such as "Mi", as 0, which nobody means. */
it.each<[string | number, number | undefined]>([
  ['250m', 0.25],
  ['1', 1],
  [2, 2],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['5.', 5],
  ['-1', -1],
  ['512Mi', 536_870_912],
  ['1Ki', 1024],
  ['1k', 1000],
  ['1e3', 1000],
  ['1E3', 1000],
  ['1E', 1e18],
  ['2Gi', 2_147_483_648],
  // Constructs once compared only the plain forms, so that these were neither below nor above a limit.
  ['1e-3', 0.001],
  ['100u', 0.0001],
  ['64M', 64_000_000],
  ['1Ti', 2 ** 40],
  // Rounded once, as the text says.
  ['1001m', 1.001],
  ['1.005k', 1005],
  ['512MB', undefined],
  ['1K', undefined],
  ['512 Mi', undefined],
  ['', undefined],
  ['m', undefined],
  ['1,5', undefined],
  ['0x10', undefined],
])('%j is %p', (text, number) => {
  expect(parseQuantity(text)).toBe(number);
});

it('says what is wrong, which constructs put into their messages', () => {
  expect([wrongQuantity('512Mi'), wrongQuantity('512MB')]).toEqual([
    undefined,
    'it is not a quantity such as 250m or 512Mi',
  ]);
});

it.each([
  ['99999999Ti', true],
  ['1e30', true],
  ['-9Ei', true],
  ['9223372036854775807', false],
  ['7Ei', false],
  ['64Ti', false],
  ['512MB', false],
])('%j is above what the server keeps: %p', (text, exceeds) => {
  expect(exceedsInt64(text)).toBe(exceeds);
});
