import { readCanonical } from '../../../src/load/canonical-yaml';

describe('readCanonical', () => {
  it.each([
    ['a carriage return', '\r'],
    ['NUL', '\0'],
    ['ESC', '\u001b'],
    ['a form feed', '\f'],
    ['DEL', '\u007f'],
    ['NEL', '\u0085'],
    ['a line separator', '\u2028'],
    ['a byte order mark', '\ufeff'],
  ])('leaves %s to a real reader, wherever it stands', (_what, character) => {
    for (const text of [`a: "x${character}"\n`, `"x${character}": a\n`, `a: |\n  x${character}y\n`]) {
      expect(readCanonical(text)).toBeUndefined();
    }
  });

  it('leaves keys to it that some reader does not find', () => {
    const key = 'k'.repeat(1000);
    expect(readCanonical(`${key}: x\n"${key}l": z\n`)).toBeUndefined();
    expect(readCanonical(`${key}l: z\n`)).toBeUndefined();
    expect(readCanonical(`"${key}": x\n`)).toEqual({ [key]: 'x' });
  });

  it('reads tabs in texts and blocks', () => {
    expect(readCanonical('a: |-\n  x\ty\nb: "\\t"\n')).toEqual({ a: 'x\ty', b: '\t' });
  });
});
