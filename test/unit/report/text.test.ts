import type { Finding } from '../../../src/model/finding';
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

  it('8.2 put what has one cause into one block, below the counts', () => {
    const of = (name: string, more: Partial<Finding> = {}): Finding => ({
      ...FINDING,
      object: { ...FINDING.object, name },
      message: `PersistentVolumeClaim reports/${name}: it stays Pending.`,
      construct: `reports/${name}`,
      ...more,
    });
    const many = [of('a'), of('b'), of('c', { environment: 'dev' }), of('d', { fix: 'use another class.' })];
    expect(
      findingsText(many, { colour: false, fold: true }),
    ).toBe(`error eks/valid-ebs-access-mode: PersistentVolumeClaim reports/a: it stays Pending.
  at prod › reports › PersistentVolumeClaim reports/a › spec.accessModes[0] — from reports/a
  in apps/reports.ts:14:5
  also at prod › reports › PersistentVolumeClaim reports/b › spec.accessModes[0] — from reports/b in apps/reports.ts:14:5
  also at dev › reports › PersistentVolumeClaim reports/c › spec.accessModes[0] — from reports/c in apps/reports.ts:14:5
  fix: use \`ReadWriteOnce\`.
  see: driver docs

error eks/valid-ebs-access-mode: PersistentVolumeClaim reports/d: it stays Pending.
  at prod › reports › PersistentVolumeClaim reports/d › spec.accessModes[0] — from reports/d
  in apps/reports.ts:14:5
  fix: use another class.
  see: driver docs
`);
    const thirty = Array.from({ length: 30 }, (_, index) => of(`claim-${index}`));
    const lines = findingsText([...thirty, { ...FINDING, rule: 'eks/other' }], { colour: false, fold: true }).split(
      '\n',
    );
    expect([lines[0], lines.filter((line) => line.startsWith('error ')).length, lines[13]]).toEqual([
      '31 findings: 30 error eks/valid-ebs-access-mode, 1 error eks/other',
      2,
      '  … and at 21 more; --format json lists them all',
    ]);
  });
});
