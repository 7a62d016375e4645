import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const BILLING = `import { AppNamespace, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'billing',
  owner: 'payments',
  namespace: 'billing',
  charts: (scope) => void new AppNamespace(scope, 'namespace', { name: 'billing' }),
});
`;

/** Argo CD's part of the output. */
const DELIVERY = /^dist\/(_bootstrap|[a-z]+\/_argocd)\//;

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  project.run('synth');
});
afterEach(() => project.remove());

function addBilling(): void {
  project.write('apps/billing.ts', BILLING);
  const owner = 'payments:\n    namespaces: [billing]\n    clusterKinds: [Namespace]';
  project.edit('environments/defaults.yaml', 'owners:', `owners:\n  ${owner}`);
}

/** Paths whose bytes a run changed, made or removed. */
function movedBy(run: () => unknown): readonly string[] {
  const before = project.files();
  run();
  const after = project.files();
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .sort();
}

describe('a run of one app', () => {
  it('2.1 brings the project of a new owner with its first app, and nothing else', () => {
    addBilling();
    expect(movedBy(() => project.run('synth', '--app', 'billing', '--env', 'dev'))).toEqual([
      'dist/dev/_argocd/application.argoproj.io_dev-billing.yaml',
      'dist/dev/_argocd/appproject.argoproj.io_dev-payments.yaml',
      'dist/dev/billing/_cluster/namespace_billing.yaml',
    ]);
    expect(project.run('synth', '--check', '--env', 'dev').code).toBe(0);
  });

  it('2.1 compares the project: one that is missing, and one whose owner’s declaration has changed', () => {
    addBilling();
    project.run('synth');
    const file = 'dist/dev/_argocd/appproject.argoproj.io_dev-payments.yaml';
    const check = () => project.run('synth', '--check', '--app', 'billing', '--env', 'dev');
    expect(check().code).toBe(0);
    const written = project.read(file);
    project.delete(file);
    expect([check().code, check().stdout.includes('appproject.argoproj.io_dev-payments.yaml')]).toEqual([1, true]);
    project.write(file, written);
    project.edit('environments/defaults.yaml', 'namespaces: [billing]', 'namespaces: [billing, billing-jobs]');
    expect([check().code, check().stdout.includes('appproject.argoproj.io_dev-payments.yaml')]).toEqual([1, true]);
  });

  it('2.1 leaves the project where an app renders nothing any more: others stand in it', () => {
    project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { dev: 'not yet' },");
    const moved = movedBy(() => project.run('synth', '--app', 'shop', '--env', 'dev', '--allow-delete', 'dev/shop'));
    expect(moved.filter((path) => DELIVERY.test(path))).toEqual([
      'dist/dev/_argocd/application.argoproj.io_dev-shop.yaml',
    ]);
  });

  it('2.1 writes, app by app, what a run of everything writes, but for the bootstrap file and idle owners’ projects', () => {
    addBilling();
    project.run('synth');
    const whole = project.files();
    project.delete('dist');
    for (const app of ['ingress', 'shop', 'billing']) expect(project.run('synth', '--app', app).code).toBe(0);
    const parts = project.files();
    expect(Object.keys(parts).filter((path) => parts[path] !== whole[path])).toEqual([]);
    const missing = Object.keys(whole).filter((path) => parts[path] === undefined && /dev|_bootstrap/.test(path));
    expect(missing.filter((path) => !path.startsWith('dist/_bootstrap/'))).toEqual([
      'dist/dev/_argocd/appproject.argoproj.io_dev-podinfo.yaml',
      'dist/dev/_argocd/appproject.argoproj.io_dev-retail.yaml',
      'dist/dev/_argocd/appproject.argoproj.io_dev-storefront.yaml',
    ]);
  });

  it('2.2 finds no difference where nothing changed, for each app and environment', () => {
    for (const app of ['shop', 'ingress']) {
      const ran = project.run('diff', '--app', app);
      expect([app, ran.code, ran.stdout]).toEqual([app, 0, 'no differences\n']);
    }
  });

  it('2.2 shows the Application that `synth` would remove', () => {
    project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { dev: 'not yet' },");
    const { stdout } = project.run('diff', '--app', 'shop', '--env', 'dev');
    expect(stdout.split('\n').filter((line) => line.includes('argocd/'))).toEqual([
      '  - Application.argoproj.io argocd/dev-shop  (deletes data, once somebody confirms)',
    ]);
  });
});
