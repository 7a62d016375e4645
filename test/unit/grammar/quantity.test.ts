import { parseQuantity } from '../../../src/grammar/quantity';

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
