import { Lexer } from 'yaml';
import { parseSettings } from '../../../../src/load/settings/read-yaml';

const MIB = 1024 * 1024;
const FIX = 'keep data out of the settings.';

describe('settings of many lines', () => {
  it.each([
    ['comments', '#\n'],
    ['indented comments', ' #\n'],
    ['blank lines', '\n'],
    ['lines of spaces', '   \n'],
    ['lines of another system', '\r\n'],
    ['blank lines in brackets', '[\n'],
  ])('6.4 1 MiB of %s is refused at the first line too many, before any of it is read', (_what, line) => {
    const lex = jest.spyOn(Lexer.prototype, 'lex');
    try {
      const read = parseSettings(`a: 1\n${line.repeat(MIB / line.length - 10)}`, 'environment.yaml');
      expect('problems' in read && read.problems).toEqual([
        {
          place: { file: 'environment.yaml', line: 200_001, column: 1 },
          message: 'the file has more than 200000 lines.',
          fix: FIX,
          picture: expect.stringMatching(/^200001 \| /),
        },
      ]);
      expect(lex).not.toHaveBeenCalled();
    } finally {
      lex.mockRestore();
    }
  });

  it('6.4 as many lines as are allowed are read, whatever is in them', () => {
    for (const line of ['#\n', '\n']) {
      const read = parseSettings(`a: 1\n${line.repeat(199_998)}b: 2\n`, 'environment.yaml');
      expect('file' in read && read.file.value).toEqual({ a: 1, b: 2 });
    }
  });
});
