import { wrapped } from '../../../src/report/wrap';

describe('lines on a terminal', () => {
  it('8.6 continue further in, between words', () =>
    expect(wrapped(`short\n  fix: ${'word '.repeat(12)}end\n`, 40)).toBe(
      'short\n  fix: word word word word word word\n      word word word word word word end\n',
    ));

  it('8.6 keep a word that is longer than the terminal, so that it can be copied', () =>
    expect(wrapped(`see: https://example.com/${'x'.repeat(60)} end`, 40)).toBe(
      `see:\n    https://example.com/${'x'.repeat(60)}\n    end`,
    ));

  it('8.6 do not count colours, and count wide characters twice', () => {
    const coloured = `\u001b[31;1m${'a'.repeat(30)}\u001b[0m bbbbbbbbb`;
    expect(wrapped(coloured, 40)).toBe(coloured);
    expect(wrapped(`${'語'.repeat(15)} bbbbbbbbbb`, 40)).toBe(`${'語'.repeat(15)}\n    bbbbbbbbbb`);
  });

  it('8.6 are left alone in a pipe, and on a terminal of a few columns', () => {
    const long = 'word '.repeat(60);
    expect([wrapped(long, undefined), wrapped(long, 20)]).toEqual([long, long]);
  });
});
