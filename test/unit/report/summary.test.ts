import { summarize } from '../../../src/model/finding';
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

  it('is one line', () => {
    expect(summaryText(verdicts)).toBe('5 objects: 3 valid, 1 excused, 1 invalid; 1 warning, 1 unknown, 1 silenced');
    expect(summaryText([])).toBe('0 objects: 0 valid, 0 excused, 0 invalid; 0 warnings, 0 unknown');
  });
});
