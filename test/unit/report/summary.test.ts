import { type Finding, summarize } from '../../../src/model/finding';
import { summaryText } from '../../../src/report/summary';
import { FINDING } from './samples';

const named = (name: string) => ({ ...FINDING, object: { ...FINDING.object, name } });
const verdicts = [
  {
    environment: 'prod',
    objects: 5,
    findings: [
      FINDING,
      FINDING,
      { ...named('b'), silenced: 'why' },
      { ...named('c'), severity: 'unknown' as const },
      { ...named('d'), severity: 'warning' as const },
    ],
  },
];

describe('the summary', () => {
  it('counts by object: a silenced error excuses, an unknown is no pass', () =>
    expect(summarize(verdicts)).toEqual({ objects: 5, valid: 3, excused: 1, invalid: 1, unknown: 1, suppressed: 1 }));

  it('7.6 counts each of two objects of one identity, and one object once', () => {
    const { source: _source, ...placeless } = FINDING;
    const second = { ...FINDING, source: { file: 'apps/reports.ts', line: 20, column: 5 } };
    const invalid = (...findings: readonly Finding[]) =>
      summarize([{ environment: 'prod', objects: 2, findings }]).invalid;
    expect([invalid(FINDING, second), invalid(FINDING, FINDING), invalid(FINDING, placeless)]).toEqual([2, 1, 1]);
  });

  it('is one line', () => {
    expect(summaryText(verdicts)).toBe('5 objects: 3 valid, 1 excused, 1 invalid; 1 warning, 1 unknown, 1 silenced');
    expect(summaryText([])).toBe('0 objects: 0 valid, 0 excused, 0 invalid; 0 warnings, 0 unknown');
  });
});
