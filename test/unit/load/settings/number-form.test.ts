import { parseDocument } from 'yaml';
import { numberProblem } from '../../../../src/load/settings/number-form';

/** As the settings are read. */
const problem = (text: string) => numberProblem(parseDocument(text, { version: '1.2' }).contents);

describe('how a number of the settings is written', () => {
  it.each([
    ['010', 'is 10 here, and 8 to Go and YAML 1.1', '; as a number, write 10 or 8'],
    ['1_000', 'is text here, and 1000 to Go and YAML 1.1', '; as a number, write 1000'],
    ['0b11', 'is text here, and 3 to Go and YAML 1.1', '; as a number, write 3'],
    ['1e400', 'is Infinity here, and text to Go and YAML 1.1', ''],
    ['0x2', 'is not how JSON writes a number, and settings take no other form', '; as a number, write 2'],
    ['0o17', 'is not how JSON writes a number, and settings take no other form', '; as a number, write 15'],
    ['1e3', 'is not how JSON writes a number, and settings take no other form', '; as a number, write 1000'],
    ['+1', 'is not how JSON writes a number, and settings take no other form', '; as a number, write 1'],
    ['.5', 'is not how JSON writes a number, and settings take no other form', '; as a number, write 0.5'],
  ])('%s is refused, since readers take it in two ways', (written, message, asNumber) => {
    expect(problem(written)).toEqual({
      message: `\`${written}\` ${message}.`,
      fix: `as text, quote it: "${written}"${asNumber}.`,
    });
  });

  it.each(['0', '-1', '1.50', '100', '"010"', "'1e3'", '1.2.3', '12:30', '2024-01-01', '1h30m', 'e3', 'true', '~'])(
    '%s is taken',
    (written) => expect(problem(written)).toBeUndefined(),
  );
});
