import { findingsText } from '../../../src/report/text';
import { FINDING, PLACELESS } from './samples';

const plain = { colour: false };

describe('findings as text', () => {
  it('say what, where, the fix and where the fact is written', () =>
    expect(findingsText([FINDING, PLACELESS], plain)).toBe(`error eks/valid-ebs-access-mode: it stays Pending.
  at prod › reports › PersistentVolumeClaim reports/cache › spec.accessModes[0] — from reports/cache/Claim
  in apps/reports.ts:14:5
  fix: use \`ReadWriteOnce\`.
  see: driver docs

unknown eks/valid-ebs-access-mode: it stays Pending.
  at prod › reports › AppProject.argoproj.io argocd/prod-retail
  fix: use \`ReadWriteOnce\`.
  see: driver docs
`));

  it('are nothing where there are none', () => expect(findingsText([], plain)).toBe(''));

  it.each([
    ['error', 31],
    ['warning', 33],
    ['info', 36],
    ['unknown', 35],
  ] as const)('show an %s in its colour on a terminal', (severity, colour) => {
    const text = findingsText([{ ...FINDING, severity }], { colour: true });
    expect(text.split('\n')[0]).toBe(
      `\u001b[${colour};1m${severity} eks/valid-ebs-access-mode\u001b[0m: it stays Pending.`,
    );
  });

  it('show why one is silenced', () =>
    expect(findingsText([{ ...FINDING, silenced: 'moves in May' }], plain).split('\n')[3]).toBe(
      '  silenced: moves in May',
    ));

  it('count the warnings of a rule that are too many to read, never the errors', () => {
    const warning = { ...FINDING, severity: 'warning' as const };
    const text = findingsText([warning, warning, warning, FINDING, FINDING], { colour: false, warningsPerRule: 1 });
    expect(text.split('\n').filter((line) => /^(error|warning|…)/.test(line))).toEqual([
      'warning eks/valid-ebs-access-mode: it stays Pending.',
      'error eks/valid-ebs-access-mode: it stays Pending.',
      'error eks/valid-ebs-access-mode: it stays Pending.',
      '… and 2 more of warning eks/valid-ebs-access-mode; `check` lists them all',
    ]);
  });
});
