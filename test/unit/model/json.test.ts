import { at, listAt, mapAt, numberAt, own, textAt } from '../../../src/model/json';

describe('a value of plain data', () => {
  it('is seen where the map itself has it, whatever its name', () => {
    const map = JSON.parse('{ "constructor": 1, "__proto__": { "a": 2 } }');
    expect(own(map, 'constructor')).toBe(1);
    expect(at(map, '__proto__', 'a')).toBe(2);
  });

  it.each(['constructor', 'toString', '__proto__'])('is not taken from what every map inherits: %s', (key) => {
    expect(own({}, key)).toBeUndefined();
    expect(at({ a: {} }, 'a', key)).toBeUndefined();
  });

  it('is found by its path of keys and indexes, and in lists by indexes alone', () => {
    const value = { a: [{ b: 'c' }], n: null };
    expect(textAt(value, 'a', 0, 'b')).toBe('c');
    expect([at(value, 'a', 'length'), at(value, 0), at(value, 'n', 'b'), at(value, 'a', 1, 'b')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is an empty list or map, no text and no number where there is none', () => {
    expect([listAt({ a: {} }, 'a'), mapAt({ a: [] }, 'a')]).toEqual([[], {}]);
    expect([textAt({ a: 1 }, 'a'), numberAt({ a: '1' }, 'a'), numberAt({ a: 0 }, 'a')]).toEqual([
      undefined,
      undefined,
      0,
    ]);
  });
});
