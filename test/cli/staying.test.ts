import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const KEEPING = ", annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }";
const disk = (annotations: string) => `    new ApiObject(scope, 'disk', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'disk', namespace: 'game-2048'${annotations} },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
`;
const app = (name: string, content: string) =>
  `import { ApiObject } from 'cdk8s';\nimport { defineApp } from 'cdk8s-eks';\n\nexport default defineApp({\n  name: '${name}',\n  owner: 'games',\n  charts(scope) {\n${content}  },\n});\n`;
const config = `    new ApiObject(scope, 'list', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'list', namespace: 'game-2048' }, data: { a: 'b' } });\n`;

describe('what was committed with Prune=false stays on the cluster, say diff and synth alike', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => project.remove());

  const start = (name: string, content: string) => {
    project.write(`apps/${name}.ts`, app(name, content));
    expect(synth()).toMatchObject({ code: 0 });
    commitAll(project.root, 'dist');
  };
  const synth = () => project.run('synth', '--env', 'prod', '--no-typecheck');
  const diff = (...flags: readonly string[]) =>
    project.run('diff', '--env', 'prod', '--no-typecheck', '--fail-on', 'data', ...flags);
  const linesAbout = (text: string) => text.split('\n').filter((line) => line.includes('PersistentVolumeClaim'));
  const claim = { app: 'store', kind: 'removed', object: { kind: 'PersistentVolumeClaim' }, stays: true };

  it('an object that moves to another app', () => {
    start('store', disk(KEEPING) + config);
    project.write('apps/store.ts', app('store', config));
    project.write('apps/disks.ts', app('disks', disk('')));
    const told = diff();
    expect([told.code, linesAbout(told.stdout)]).toEqual([
      0,
      [
        '  - PersistentVolumeClaim game-2048/disk  (moved to disks: stays on the cluster, and that app takes it over)  (changes nothing that exists)',
        '  + PersistentVolumeClaim game-2048/disk  (was in store)',
      ],
    ]);
    const { changes } = JSON.parse(diff('--format', 'json').stdout);
    expect(changes).toContainEqual(
      expect.objectContaining({ ...claim, object: expect.anything(), risk: 'later', row: 'kept' }),
    );
    expect(synth()).toMatchObject({ code: 0, stderr: '' });
  });

  it('an object that nobody renders any more', () => {
    start('store', disk(KEEPING) + config);
    project.write('apps/store.ts', app('store', config));
    const told = diff();
    expect([told.code, linesAbout(told.stdout)]).toEqual([
      0,
      [
        '  - PersistentVolumeClaim game-2048/disk  (stays on the cluster, and belongs to nobody)  (changes nothing that exists)',
      ],
    ]);
    expect(synth()).toMatchObject({ code: 0, stderr: '' });
  });

  it('an app that is renamed', () => {
    start('store', disk(KEEPING));
    rmSync(join(project.root, 'apps', 'store.ts'));
    project.write('apps/depot.ts', app('depot', disk('')));
    const told = diff();
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('(moved to depot: stays on the cluster, and that app takes it over)');
    expect(synth()).toMatchObject({ code: 0, stderr: '' });
  });

  it('an app that is dropped, of which nothing else is kept', () => {
    start('store', disk(KEEPING) + config);
    rmSync(join(project.root, 'apps', 'store.ts'));
    const told = diff();
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('game-2048/disk  (stays on the cluster, and belongs to nobody)');
    const refused = synth();
    expect(refused.code).toBe(1);
    expect(refused.stderr).not.toContain('persistentvolumeclaim');
    expect(refused.stderr).toContain('prod/store/game-2048/configmap_list.yaml');
  });

  it('and not what lacks Delete=false where the whole app goes', () => {
    const half = KEEPING.replace(',Delete=false', '');
    start('store', disk(half));
    renameSync(join(project.root, 'apps', 'store.ts'), join(project.root, 'store.ts'));
    expect(diff()).toMatchObject({ code: 1, stdout: expect.stringContaining('deletes data, once somebody confirms') });
    expect(synth()).toMatchObject({ code: 1, stderr: expect.stringContaining('persistentvolumeclaim_disk') });
  });
});
