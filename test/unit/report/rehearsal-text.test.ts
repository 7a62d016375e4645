import type { Finding } from '../../../src/model/finding';
import { compareVersions, stoppingVerdicts } from '../../../src/model/rehearsal';
import { rehearsalText } from '../../../src/report/rehearsal-text';
import { FINDING } from './samples';

const RAISED = [
  { environment: 'dev', own: '1.34', other: '1.35' },
  { environment: 'prod', own: '1.33', other: '1.34' },
  { environment: 'staging', own: '1.33', other: '1.34' },
];

const of = (name: string, more: Partial<Finding> = {}): Finding => ({
  ...FINDING,
  object: { ...FINDING.object, name },
  ...more,
});
const verdicts = (...findings: readonly Finding[]) =>
  RAISED.map(({ environment }) => ({
    environment,
    objects: 2,
    findings: findings.filter((finding) => finding.environment === environment),
  }));
const compared = (own: readonly Finding[], other: readonly Finding[]) =>
  compareVersions(RAISED, verdicts(...own), verdicts(...other));
const lastLines = (own: readonly Finding[], other: readonly Finding[]) =>
  rehearsalText(compared(own, other), false).split('\n').slice(-4, -1);

describe('what another version changes', () => {
  it('1.7 is told by cause, with how many objects of which environment', () => {
    const also = { environment: 'staging', object: { ...FINDING.object, name: 'b' } };
    expect(rehearsalText(compared([], [of('a'), of('b'), of('b', also)]), false)).toBe(
      `error eks/valid-ebs-access-mode: it stays Pending.
  at prod › reports › PersistentVolumeClaim reports/a › spec.accessModes[0] — from reports/cache/Claim
  in apps/reports.ts:14:5
  also at prod › reports › PersistentVolumeClaim reports/b › spec.accessModes[0] — from reports/cache/Claim in apps/reports.ts:14:5
  also at staging › reports › PersistentVolumeClaim reports/b › spec.accessModes[0] — from reports/cache/Claim in apps/reports.ts:14:5
  fix: use \`ReadWriteOnce\`.
  see: driver docs

as Kubernetes 1.35: dev (runs 1.34); as Kubernetes 1.34: prod, staging (run 1.33)
3 findings would come, about 2 in prod, 1 in staging of 6 objects: 3 error eks/valid-ebs-access-mode
`,
    );
  });

  it('1.7 is not what both versions say, in whatever words, and what goes away is counted', () => {
    const silenced = { rule: 'k8s/valid-schema', silenced: 'moves in May' };
    const own = [of('a', { message: 'Kubernetes 1.33 does not know it.' }), of('a', silenced), of('b')];
    const other = [of('a', { message: 'Kubernetes 1.34 does not know it.' }), of('a', silenced)];
    expect(lastLines(own, other)).toEqual([
      'nothing gets worse: 6 objects judged',
      '1 finding of today would go away: 1 error eks/valid-ebs-access-mode',
      '2 findings of today would stay: 1 error eks/valid-ebs-access-mode, 1 silenced k8s/valid-schema; check without a version lists them',
    ]);
  });

  it('1.7 is a finding that becomes worse, or that comes once more at one field', () => {
    const warning = of('a', { severity: 'warning' });
    expect(compared([warning], [of('a')])).toMatchObject({ gone: [warning], kept: [], brought: verdicts(of('a')) });
    const twice = compared([of('a')], [of('a'), of('a')]);
    expect([twice.brought, twice.kept, twice.gone]).toEqual([verdicts(of('a')), [of('a')], []]);
  });

  it('1.7 may be nothing', () =>
    expect(rehearsalText(compared([], []), false)).toBe(
      'as Kubernetes 1.35: dev (runs 1.34); as Kubernetes 1.34: prod, staging (run 1.33)\nnothing changes: 6 objects judged\n',
    ));

  it('1.7 stops a run, and so does an error that stays', () => {
    const stays = [of('a'), of('b', { severity: 'warning' }), of('c', { silenced: 'moves in May' })];
    const rehearsal = compared(stays, [...stays, of('d')]);
    const told = (strict: boolean) =>
      stoppingVerdicts(rehearsal, strict).flatMap(({ findings }) => findings.map(({ object }) => object.name));
    expect([told(false).sort(), told(true).sort()]).toEqual([
      ['a', 'd'],
      ['a', 'b', 'd'],
    ]);
  });
});
