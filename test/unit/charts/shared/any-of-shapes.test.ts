import { wordsOfAny } from '../../../../charts/shared/any-of-shapes';
import type { Shape, Words } from '../../../../charts/shared/property-part';

/** One key with its kinds and words. */
const shape = (kinds: string | undefined, words?: Words): Shape => ({
  keys: { a: null },
  required: [],
  ...(kinds === undefined ? {} : { kinds: { a: kinds } }),
  ...(words === undefined ? {} : { words: { a: words } }),
});
const x = shape('s', { own: ['x'] });

describe('the words of a key of any of several shapes', () => {
  it.each<[string, readonly Shape[], Words | undefined]>([
    ['are those of all', [x, shape('s', { own: ['y', 'x'] })], { own: ['x', 'y'] }],
    ['are any where one takes any text', [x, shape('s')], undefined],
    ['are any where one takes anything', [x, shape(undefined)], undefined],
    ['are those of the others where one takes no text', [x, shape('n')], { own: ['x'] }],
    [
      'are those of items where all have the same',
      [shape('l:s', { items: ['x'] }), shape('l:s', { items: ['x'] })],
      { items: ['x'] },
    ],
    ['leave items open that differ', [shape('l:s', { items: ['x'] }), shape('l:s', { items: ['y'] })], undefined],
    ['are those of the one that has the key', [x, { keys: { b: null }, required: [] }], { own: ['x'] }],
    ['are those of a single one', [x], { own: ['x'] }],
  ])('%s', (_what, shapes, words) => {
    expect(wordsOfAny(shapes)['a']).toEqual(words);
  });
});
