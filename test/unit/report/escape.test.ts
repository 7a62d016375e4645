import { manyLines, oneLine, sendable } from '../../../src/grammar/visible-text';
import { ToolError } from '../../../src/model/errors';
import { diffMarkdown } from '../../../src/report/diff-markdown';
import { diffText } from '../../../src/report/diff-text';
import { MACHINE_FORMATS, machineReport } from '../../../src/report/machine-report';
import { findingsText } from '../../../src/report/text';
import { CHANGES, FINDING } from './samples';

/** Texts that a terminal would obey, a workflow would run, or a reader would not see. */
const HOSTILE = {
  'a hyperlink for terminals': '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  'a cleared screen': '\u001b[2J\u001b[H',
  'a C1 control': '\u009b31m',
  'a line of its own': 'a\n::error::b',
  'a carriage return': 'a\r::set-output name=x::y',
  'a line separator': 'a\u2028::error::b\u2029c',
  'a changed direction': 'a\u202eb\u2066c\u061cd',
  'nothing to see': 'a\u200bb\u2060c\ufeffd\u{e0041}e',
} as const;

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not come through
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

describe.each(Object.entries(HOSTILE))('%s', (_what, text) => {
  const finding = {
    ...FINDING,
    message: text,
    fix: text,
    see: text,
    field: text,
    construct: text,
    silenced: text,
    object: { ...FINDING.object, name: text },
    source: { file: text, line: 1, column: 1 },
  };
  const { silenced: _silenced, ...heard } = finding;
  const change = {
    ...(CHANGES[1] as (typeof CHANGES)[number]),
    app: text,
    object: finding.object,
    field: text,
    after: text,
  };

  it('does not come through a report for people', () => {
    for (const report of [
      findingsText([finding], { colour: false }),
      diffText([change], { colour: false }),
      diffMarkdown([change]),
      machineReport('github', { command: 'check', verdicts: [{ environment: 'prod', findings: [heard], objects: 1 }] }),
    ]) {
      expect(report).not.toMatch(UNSEEN);
      expect(report).not.toMatch(/^::(error|set-output)::|^::set-output/m);
    }
    expect(findingsText([finding], { colour: false }).split('\n')).toHaveLength(7);
    expect(
      machineReport('github', {
        command: 'check',
        verdicts: [{ environment: 'prod', findings: [heard], objects: 1 }],
      }).split('\n'),
    ).toHaveLength(2);
  });

  it('is text like any other in a report for machines', () => {
    const verdicts = [{ environment: 'prod', findings: [finding], objects: 1 }];
    expect(JSON.parse(machineReport('json', { command: 'check', verdicts })).findings[0].message).toBe(text);
    expect(
      JSON.parse(machineReport('sarif', { command: 'check', verdicts })).runs[0].results[0].suppressions[0]
        .justification,
    ).toBe(text);
  });
});

describe.each(Object.entries(HOSTILE))('%s', (_what, text) => {
  it('5.3 does not come through an error: message, path, file, fix, picture', () => {
    const place = { file: text, line: 1, column: 1 };
    const error = new ToolError('APP_RENDER', [{ message: text, path: text, place, fix: text, picture: text }]);
    expect(error.message).not.toMatch(UNSEEN);
    expect(error.message).not.toMatch(/^\s*::/m);
    expect(sendable(text, { colour: false })).not.toMatch(UNSEEN);
    const stops = [{ code: 'APP_RENDER', message: text, path: text, place, fix: text, picture: text } as const];
    const verdicts = [{ environment: text, findings: [{ ...FINDING, message: text, environment: text }], objects: 1 }];
    for (const format of MACHINE_FORMATS) {
      const report = machineReport(format, { command: 'synth', stops, verdicts });
      expect(report).not.toMatch(UNSEEN);
      if (format !== 'github') expect(report).not.toMatch(/^\s*::/m);
      if (format === 'json' || format === 'sarif')
        expect(JSON.stringify(JSON.parse(report))).toContain(JSON.stringify(text));
    }
  });
});

describe('many lines', () => {
  it('5.3 indents what follows the first, and starts no order to a runner', () =>
    expect(manyLines('a\r\n::error::b\n  ::set-output::c\n##[group]d ##vso[x]\n')).toBe(
      ['a', '  \\u003a:error::b', '  \\u003a:set-output::c', '  ##\\u005bgroup]d ##\\u0076so[x]'].join('\n'),
    ));

  it('keeps colours where they are wanted, and nothing else', () =>
    expect([true, false].map((colour) => sendable('\u001b[31mred\u001b[0m\u001b[2J\n', { colour }))).toEqual([
      '\u001b[31mred\u001b[0m\\u001b[2J\n',
      '\\u001b[31mred\\u001b[0m\\u001b[2J\n',
    ]));
});

describe('one line', () => {
  it('shows what it does not send', () =>
    expect(oneLine('a\u001b[31m\r\n\u202e\u200b\u{e0041}')).toBe('a\\u001b[31m\\u000d\\u000a\\u202e\\u200b\\u{e0041}'));

  it('leaves ordinary text of all scripts as it is', () =>
    expect(oneLine('prod › Größe 語 🚀 — `x`')).toBe('prod › Größe 語 🚀 — `x`'));
});
