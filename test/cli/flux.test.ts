import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const BEFORE = 'gitops:\n  destination: { name: staging-eu-west-1 }\n';
const FLUX = 'gitops:\n  consumer: flux\n  namespace: flux-system\n  destination: { name: in-cluster }\n';
const SETTINGS = 'environments/staging/environment.yaml';
const HEADER = '# Rendered by cdk8s-eks from environments/staging/environment.yaml; do not edit.\n';
const KUSTOMIZATION = 'dist/staging/_flux/kustomization.kustomize.toolkit.fluxcd.io_staging-shop.yaml';

const GIT_REPOSITORY = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
  name: staging-source
  namespace: flux-system
spec:
  interval: 1m
  ref:
    branch: main
  sparseCheckout:
    - dist/staging
  url: https://git.example.com/platform/cdk8s-eks.git
`;

const NEWS = `import { defineApp } from 'cdk8s-eks';
import { Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';

export default defineApp({
  name: 'news',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    const metadata = { name: 'news', namespace: 'game-2048' };
    new ConfigMap(new Chart(scope, 'news'), 'News', { metadata, data: { today: 'nothing' } });
  },
});
`;

describe('an environment that Flux reads', () => {
  let project: TestProject;
  const synth = (...args: readonly string[]) => project.run('synth', '--env', 'staging', '--no-typecheck', ...args);
  const annotationsOf = (path: string) => parse(project.read(`dist/staging/${path}`)).metadata.annotations;

  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    project.edit(SETTINGS, BEFORE, FLUX);
    expect(synth().code).toBe(0);
  });
  afterEach(() => project.remove());

  it('has a GitRepository and a Kustomization for each app, and nothing of Argo CD', () => {
    expect(project.read('dist/staging/_flux/gitrepository.source.toolkit.fluxcd.io_staging-source.yaml')).toBe(
      HEADER + GIT_REPOSITORY,
    );
    expect(project.read(KUSTOMIZATION)).toBe(`${HEADER}apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
  name: staging-shop
  namespace: flux-system
spec:
  deletionPolicy: WaitForTermination
  interval: 10m
  path: ./dist/staging/shop
  prune: true
  retryInterval: 2m
  sourceRef:
    kind: GitRepository
    name: staging-source
  timeout: 5m
  wait: true
`);
    expect(() => project.read('dist/staging/_argocd/appproject.argoproj.io_staging-games.yaml')).toThrow('ENOENT');
    expect(synth('--check').stdout).toContain('is what the source says');
  });

  it('starts by a file that a person applies once', () =>
    expect(project.read('dist/_bootstrap/staging.yaml')).toBe(`${HEADER}${GIT_REPOSITORY}---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: staging-root
  namespace: flux-system
spec:
  deletionPolicy: Orphan
  interval: 10m
  path: ./dist/staging/_flux
  prune: true
  retryInterval: 2m
  sourceRef:
    kind: GitRepository
    name: staging-source
  timeout: 5m
  wait: false
`));

  it('guards what does not come back, and leaves out what Argo CD alone reads', () => {
    expect(annotationsOf('shop/_cluster/namespace_game-2048.yaml')).toEqual({
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
    expect(annotationsOf('shop/game-2048/service_web.yaml')).toBeUndefined();
  });

  it('is the same after a run of one app', () => {
    const before = project.read(KUSTOMIZATION);
    expect(synth('--app', 'shop').code).toBe(0);
    expect(project.read(KUSTOMIZATION)).toBe(before);
    expect(synth('--app', 'shop', '--check').code).toBe(0);
  });

  it('waits for the app that brings its namespace, after a run of that app alone as well', () => {
    project.write('apps/news.ts', NEWS);
    const path = 'dist/staging/_flux/kustomization.kustomize.toolkit.fluxcd.io_staging-news.yaml';
    expect(synth('--app', 'news')).toMatchObject({ code: 0 });
    const alone = project.read(path);
    expect(parse(alone).spec.dependsOn).toEqual([{ name: 'staging-shop' }]);
    expect(synth().code).toBe(0);
    expect(project.read(path)).toBe(alone);
  });

  it('does not change its Kustomizations’ names, nor the tool, without a word', () => {
    commitAll(project.root, 'dist');
    project.edit(SETTINGS, '  consumer: flux\n', '  consumer: flux\n  id: web\n');
    const refused = synth();
    expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([
      1,
      'error DELETION: 2 Kustomizations of staging would leave Git while their apps stay: staging-ingress, staging-shop. Flux never deletes one by itself: it stays on the cluster and goes on applying the folder of its app, beside what comes instead, and when somebody deletes it, the objects of the app go with it. Kustomizations are named and placed by `gitops.id`, `gitops.namespace` and `gitops.consumer`.',
    ]);
    project.edit(SETTINGS, FLUX.replace('flux\n', 'flux\n  id: web\n'), BEFORE);
    expect(synth().stderr.split('\n')[0]).toBe(refused.stderr.split('\n')[0]);
    expect(synth('--allow-delete', 'staging/_flux').code).toBe(0);
  });

  it('takes the place of Argo CD once somebody said so, and again before that is committed', () => {
    rmSync(join(project.root, 'dist'), { recursive: true });
    project.edit(SETTINGS, FLUX, BEFORE);
    expect(synth().code).toBe(0);
    commitAll(project.root, 'dist');
    project.edit(SETTINGS, BEFORE, FLUX);
    expect(synth().code).toBe(1);
    const allowed = ['--allow-delete', 'staging/_argocd'];
    expect(synth(...allowed)).toMatchObject({ code: 0, stderr: '' });
    expect(synth(...allowed)).toMatchObject({ code: 0, stderr: '' });
    expect(synth().stderr).not.toContain('Kustomizations of staging would leave Git');
  });

  it('does not move its Kustomizations to another namespace without a word', () => {
    commitAll(project.root, 'dist');
    project.edit(SETTINGS, 'namespace: flux-system', 'namespace: flux');
    const refused = synth();
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('2 Kustomizations of staging would leave Git while their apps stay'),
    ]);
  });

  it('drops an app behind the deletion brake', () => {
    commitAll(project.root, 'dist');
    rmSync(join(project.root, 'apps', 'shop.ts'));
    expect(synth().code).toBe(1);
    expect(synth('--allow-delete', 'staging/shop').code).toBe(0);
    expect(() => project.read(KUSTOMIZATION)).toThrow('ENOENT');
  });
});
