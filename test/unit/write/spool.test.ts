import fs from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { type KeptFile, Spool } from '../../../src/write/spool';
import { messageOf } from '../../support/thrown';

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

  it('says what to do when the temporary folder is full', () => {
    const spool = new Spool(0);
    jest.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
    const large = 'x'.repeat(3_000_000);
    try {
      expect(messageOf(() => ['a', large, 'b'].map((content) => spool.keep({ path: 'p', content })))).toBe(
        `${tmpdir()} cannot hold the files until all are rendered: ENOSPC: no space left on device, write; nothing was changed.\nfix: make room there, or name another folder with TMPDIR.`,
      );
    } finally {
      jest.restoreAllMocks();
      spool.close();
    }
  });
});
