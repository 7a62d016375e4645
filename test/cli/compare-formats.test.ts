import { comparedProject, plantIn } from '../support/compared';
import type { TestProject } from '../support/project';

const PROD = 'environments/prod/release.yaml';
const CONFIG = 'shop\n  ~ ConfigMap game-2048/config\n';
const ASKS = '(the code asks which environment it is)';

describe('what compare says', () => {
  let project: TestProject;
  beforeEach(() => {
    project = comparedProject();
  });
  afterEach(() => project.remove());

  const compare = (...args: readonly string[]) => project.run('compare', ...args);
  const plant = (data: string) => plantIn(project, data);

  it('shows no value of a Secret', () => {
    project.edit('apps/shop.ts', 'charts(scope)', 'charts(scope, environment)');
    project.edit(
      'apps/shop.ts',
      '    new k8s.',
      `    const stringData = { token: environment.name === 'prod' ? 'hunter2-prod' : 'hunter2-other' };
    new k8s.KubeSecret(scope, 'secret', { metadata: { name: 'secret', namespace: 'game-2048' }, stringData });
    new k8s.`,
    );
    const { code, stdout } = compare('staging', 'prod');
    expect([code, stdout.includes('hunter2')]).toEqual([1, false]);
    expect(stdout).toContain(
      '      stringData.token: "(hidden)" → "(hidden)"  (the code asks which environment it is)\n',
    );
  });

  it('writes JSON and Markdown', () => {
    plant("mode: environment.name === 'prod' ? 'fast' : 'slow'");
    project.edit(
      'apps/shop.ts',
      "skip: { local: 'nothing on a laptop' }",
      "skip: { local: 'nothing on a laptop', dev: 'not yet' }",
    );
    const { code, stdout } = compare('staging', 'prod', '--format', 'json');
    const report = JSON.parse(stdout);
    expect([code, report.from, report.to, report.leftOut, report.unknown]).toEqual([1, 'staging', 'prod', [], []]);
    expect(report.differences).toHaveLength(4);
    expect(report.differences[0]).toEqual({
      environment: 'prod',
      app: 'shop',
      object: { group: '', kind: 'ConfigMap', namespace: 'game-2048', name: 'config' },
      kind: 'changed',
      field: 'data.mode',
      before: 'slow',
      after: 'fast',
      explanation: 'left',
      causes: ['the code asks which environment it is'],
    });
    expect(compare('staging', 'prod', '--format', 'markdown').stdout).toContain(
      `staging → prod: 1 difference left, 3 by settings, 0 by a promotion.

**left: neither settings nor a promotion explain it**

\`\`\`text
${CONFIG}      data.mode: "slow" → "fast"  ${ASKS}
\`\`\`

<details><summary>settings: they differ, and stay (3)</summary>
`,
    );
    expect(compare('dev', 'prod', '--format', 'markdown').stdout).toBe(
      'dev → prod: 0 differences left, 0 by settings, 0 by a promotion.\n\n```text\nnote: shop is not compared: dev leaves it out: not yet.\n```\n',
    );
  });

  it('refuses what makes no sense', () => {
    expect(compare('prod', 'prod')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error ARGUMENTS: both environments are prod.\nfix: name two environments.\n',
    });
    expect(compare('stagin', 'prd')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error ARGUMENTS: there is no environment "stagin" under environments/. Did you mean "staging"?\n\n' +
        'error ARGUMENTS: there is no environment "prd" under environments/. Did you mean "prod"?\n',
    });
    project.edit(PROD, 'newCart', 'newCrat');
    expect(compare('staging', 'prod')).toMatchObject({ code: 2, stdout: '' });
  });
});
