import { TestProject } from '../support/project';

const APP = `import { defineApp, ExternalSecretsAddOn, MetricsServerAddOn } from 'cdk8s-eks';
export default defineApp({
  name: 'add-ons',
  owner: 'platform',
  skip: { local: 'a laptop' },
  charts(scope) {
    new ExternalSecretsAddOn(scope, 'secrets');
    new MetricsServerAddOn(scope, 'metrics', { version: '3.13.0' });
  },
});
`;

describe('add-ons that Argo CD installs', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'add-ons.ts': APP });
    project.edit(
      'environments/defaults.yaml',
      '    platform: true\n',
      '    platform: true\n    addOns: [external-secrets, metrics-server]\n',
    );
  });
  afterEach(() => project.remove());

  it.each([[[]], [['--env', 'prod']], [['--app', 'add-ons']], [['--sandbox', '--env', 'prod']]])(
    'are written with the project they stand in: %j',
    (flags) => {
      const { code, stdout } = project.run('synth', ...flags);
      expect([code, stdout.split('\n').filter((line) => /^error/.test(line))]).toEqual([0, []]);
      const application = project.read(
        'dist/prod/add-ons/argocd/application.argoproj.io_prod-add-on-metrics-server.yaml',
      );
      expect(application).toContain('project: prod-add-ons');
      expect(application).toContain('targetRevision: 3.13.0');
      expect(project.read('dist/prod/_argocd/appproject.argoproj.io_prod-add-ons.yaml')).toContain(
        'https://charts.external-secrets.io',
      );
    },
  );

  it('are refused to an owner that was not given them, by name', () => {
    project.edit('apps/add-ons.ts', "owner: 'platform'", "owner: 'retail'");
    const { code, stdout } = project.run('check', '--env', 'prod');
    expect(code).toBe(1);
    expect(stdout.match(/error policy\/valid-owner-kind: Application/g)).toHaveLength(2);
    expect(stdout).toContain('owner retail may not have this kind (its addOns are: none)');
  });

  it('stay in the owner’s list for as long as the committed output has them', () => {
    expect(project.run('synth', '--env', 'prod').code).toBe(0);
    project.edit('environments/defaults.yaml', '[external-secrets, metrics-server]', '[external-secrets]');
    project.edit('apps/add-ons.ts', "    new MetricsServerAddOn(scope, 'metrics', { version: '3.13.0' });\n", '');
    const { code, stdout } = project.run('check', '--env', 'prod');
    expect(code).toBe(1);
    expect(stdout).toContain('owner platform may no longer have Application (its addOns are: external-secrets)');
  });

  it('stand in one app, and are not renamed', () => {
    project.write('apps/more.ts', APP.replace("name: 'add-ons'", "name: 'more'"));
    const { code, stdout } = project.run('check', '--env', 'prod');
    expect(code).toBe(1);
    const fixes = stdout
      .split('error k8s/unique-object')
      .slice(1)
      .map((one) => /^\s*fix: (.*)$/m.exec(one)?.[1]);
    expect(fixes).toEqual(
      Array.from(
        { length: 4 },
        () => 'keep the add-on in one app, and remove it from the other: a cluster has it once.',
      ),
    );
  });

  it('may not be the add-on of EKS as well', () => {
    project.edit(
      'environments/prod/environment.yaml',
      'gitops:\n',
      'addOns: [{ name: metrics-server, version: v0.8.0-eksbuild.2 }]\ngitops:\n',
    );
    const { code, stdout } = project.run('check', '--env', 'prod');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'it installs metrics-server, and the settings describe the EKS add-on metrics-server: the two undo each other.',
    );
  });
});
