import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const SET = 'dist/prod/_argocd/applicationset.argoproj.io_prod-apps.yaml';

describe('an environment with one ApplicationSet', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    project.edit('environments/prod/environment.yaml', 'gitops:\n', 'gitops:\n  consumer: application-set\n');
    expect(project.run('synth', '--env', 'prod', '--no-typecheck').code).toBe(0);
  });
  afterEach(() => project.remove());

  const synth = (...args: readonly string[]) => project.run('synth', '--env', 'prod', '--no-typecheck', ...args);
  const apps = () => [...project.read(SET).matchAll(/^ {12}app: (.*)$|^ {10}- app: (.*)$/gm)].map(([, a, b]) => a ?? b);

  it('has no Application beside it, and the schema of its kind takes it', () => {
    expect(apps()).toEqual(['ingress', 'shop']);
    expect(() => project.read('dist/prod/_argocd/application.argoproj.io_prod-shop.yaml')).toThrow('ENOENT');
    expect(synth('--check').stdout).toContain('is what the source says');
  });

  it('is the same after a run of one app', () => {
    const before = project.read(SET);
    expect(synth('--app', 'shop').code).toBe(0);
    expect(project.read(SET)).toBe(before);
    expect(synth('--app', 'shop', '--check').code).toBe(0);
  });

  it('does not take the place of Applications without a word, nor they its', () => {
    commitAll(project.root, 'dist');
    project.edit('environments/prod/environment.yaml', '  consumer: application-set\n', '');
    const refused = synth();
    expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([
      1,
      expect.stringContaining('would be deleted from Argo CD while its app stays'),
    ]);
    expect(synth('--allow-delete', 'prod/_argocd').code).toBe(0);
  });

  it('drops an app from its list behind the deletion brake', () => {
    commitAll(project.root, 'dist');
    rmSync(join(project.root, 'apps', 'shop.ts'));
    expect(synth().stderr.split('\n')[0]).toBe(
      'error DELETION: all 6 objects of prod/shop would be deleted from the cluster:',
    );
    expect(synth('--allow-delete', 'prod/shop').code).toBe(0);
    expect(apps()).toEqual(['ingress']);
  });
});
