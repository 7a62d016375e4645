import { first, itemAt, last } from '../../../src/model/lists';

it('first and last take the ends of a list', () => {
  expect([first(['a', 'b', 'c']), last(['a', 'b', 'c']), itemAt(['a', 'b', 'c'], 1)]).toEqual(['a', 'c', 'b']);
});

it.each([
  ['first', () => first([]), 'item 0 of a list of 0 was asked for.'],
  ['last', () => last([]), 'item -1 of a list of 0 was asked for.'],
  ['itemAt', () => itemAt(['a', 'b'], 2), 'item 2 of a list of 2 was asked for.'],
])('%s throws DEFECT where there is no such item', (_name, take, message) => {
  expect(take).toThrow(expect.objectContaining({ code: 'DEFECT', message }));
});
