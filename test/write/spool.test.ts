import fc from 'fast-check';
import { type KeptFile, Spool } from '../../src/write/spool';

const textOf = (file: KeptFile) => file.bytes().toString('utf8');

describe('Spool', () => {
  it.each([0, 1, 3])('gives back every file as it was, with %i chunks in memory', (kept) => {
    const spool = new Spool(kept);
    try {
      const contents = fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), { numRuns: 50, seed: 1 });
      const texts = contents.flatMap((text, index) => [text, text.repeat(index * 900), 'é日😀'.repeat(index)]);
      const files = texts.map((content, index) => spool.keep({ path: `prod/shop/${index}.yaml`, content }));
      const read = files.map((file) => [file.path, textOf(file)]);
      expect(read).toEqual(texts.map((content, index) => [`prod/shop/${index}.yaml`, content]));
      // A second reading finds the same.
      expect(files.map(textOf)).toEqual(texts);
      expect(files.map(({ size }) => size)).toEqual(texts.map((text) => Buffer.byteLength(text)));
    } finally {
      spool.close();
    }
  });

  it('takes a file that is larger than a chunk', () => {
    const spool = new Spool(1);
    const large = 'x'.repeat(3_000_000);
    const files = ['a', large, 'b', large, 'c'].map((content) => spool.keep({ path: 'p', content }));
    expect(files.map(textOf)).toEqual(['a', large, 'b', large, 'c']);
    spool.close();
  });
});
