import type { Finding } from '../../../src/model/finding';
import { machineReport } from '../../../src/report/machine-report';
import { FINDING, PLACELESS } from './samples';

const githubReport = (findings: readonly Finding[]) =>
  machineReport('github', { command: 'check', verdicts: [{ environment: 'prod', findings, objects: 1 }] });

describe('findings as GitHub annotations', () => {
  it('stand beside the line, in the severities GitHub has', () =>
    expect(
      githubReport([FINDING, { ...FINDING, severity: 'warning' }, { ...FINDING, severity: 'info' }, PLACELESS]),
    ).toBe(
      `::error file=apps/reports.ts,line=14,col=5,title=eks/valid-ebs-access-mode::prod › PersistentVolumeClaim reports/cache › spec.accessModes[0]: it stays Pending.%0Afix: use \`ReadWriteOnce\`.
::warning file=apps/reports.ts,line=14,col=5,title=eks/valid-ebs-access-mode::prod › PersistentVolumeClaim reports/cache › spec.accessModes[0]: it stays Pending.%0Afix: use \`ReadWriteOnce\`.
::notice file=apps/reports.ts,line=14,col=5,title=eks/valid-ebs-access-mode::prod › PersistentVolumeClaim reports/cache › spec.accessModes[0]: it stays Pending.%0Afix: use \`ReadWriteOnce\`.
::warning title=eks/valid-ebs-access-mode::prod › AppProject.argoproj.io argocd/prod-retail: it stays Pending.%0Afix: use \`ReadWriteOnce\`.
`,
    ));

  it('escape what would end a property', () =>
    expect(githubReport([{ ...FINDING, source: { file: 'apps/a,b:c%.ts', line: 1, column: 2 } }]).split('::')[1]).toBe(
      'error file=apps/a%2Cb%3Ac%25.ts,line=1,col=2,title=eks/valid-ebs-access-mode',
    ));

  it('leave out what is silenced', () => expect(githubReport([{ ...FINDING, silenced: 'why' }])).toBe(''));
});
