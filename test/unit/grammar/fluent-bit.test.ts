import { fluentText, parseFluent } from '../../../src/grammar/fluent-bit';

describe('a configuration of Fluent Bit', () => {
  it('is sections of keys and values; comments and empty lines are passed over', () => {
    expect(parseFluent('# all\n\n[output]\n  Name  es\n  Match *\n[FILTER]\n\tName grep\n\tRegex log a b')).toEqual({
      sections: [
        {
          name: 'OUTPUT',
          entries: [
            ['Name', 'es'],
            ['Match', '*'],
          ],
        },
        {
          name: 'FILTER',
          entries: [
            ['Name', 'grep'],
            ['Regex', 'log a b'],
          ],
        },
      ],
    });
  });

  it('ends where a line is neither', () => {
    expect(parseFluent('Name es\n[OUTPUT]')).toEqual({ sections: [], wrong: 'Name es' });
    expect(parseFluent('[OUTPUT]\nName')).toEqual({ sections: [{ name: 'OUTPUT', entries: [] }], wrong: 'Name' });
  });

  it('is read as it is written', () => {
    const sections = [
      { name: 'OUTPUT', entries: [['Name', 'es'] as const] },
      { name: 'OUTPUT', entries: [['Name', 'kinesis'] as const, ['stream', 'a'] as const] },
    ];
    const text = '[OUTPUT]\n    Name es\n\n[OUTPUT]\n    Name kinesis\n    stream a\n';
    expect(fluentText(sections)).toBe(text);
    expect(parseFluent(text)).toEqual({ sections });
  });
});
