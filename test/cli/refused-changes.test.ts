import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const DB = (storage: string) =>
  SHOP.replace('import {', 'import { StatefulService, storageClassFor,').replace(
    '    const web',
    `    new StatefulService(scope, 'db', {
      image: 'docker.io/library/postgres:17.6',
      user: { uid: 70, gid: 70 },
      ports: [{ name: 'sql', containerPort: 5432 }],
      readiness: { tcp: 'sql' },
      mounts: [{ path: '/data', claimTemplate: 'data' }],
      claims: [{ name: 'data', size: '${storage}', storageClass: storageClassFor(scope, 'block', 'gp3') }],
    });
    const web`,
  );

const SAID = (severity: string) =>
  expect.stringContaining(
    `${severity} k8s/valid-change: StatefulSet game-2048/db: \`spec.volumeClaimTemplates[0].spec.resources.requests.storage\` changes from \`"1Gi"\` to \`"2Gi"\`, which the API server refuses in a StatefulSet that exists. The sync fails at every retry, and later waves of the app do not arrive.
  at local › shop › StatefulSet game-2048/db › spec.volumeClaimTemplates[0].spec.resources.requests.storage — from shop/db/StatefulSet
  in apps/shop.ts:8:5
  fix: set it back, or give it another name. Where it has to be this object: write it with \`synth --allow-replace local/shop/game-2048/statefulset_db\`, commit it, and then run \`kubectl -n game-2048 delete statefulset db --cascade=orphan\`, which leaves its Pods and claims as they are; let these claims grow first, as docs/growing-a-claim.md says.
`,
  );

describe('a change that the API server refuses', () => {
  const project = new TestProject({ 'shop.ts': DB('1Gi'), 'ingress.ts': INGRESS_CLASS });
  const run = (command: string, ...args: readonly string[]) => project.run(command, '--env', 'local', ...args);
  afterAll(() => project.remove());

  it('4.9 is not one of what was never committed', () => {
    project.write('apps/shop.ts', DB('3Gi'));
    expect(run('synth')).toMatchObject({ code: 0 });
    project.write('apps/shop.ts', DB('1Gi'));
    expect(run('synth')).toMatchObject({ code: 0 });
  });

  it('4.9 is an error of synth and check, at its line, and nothing is written', () => {
    commitAll(project.root, 'dist');
    const before = project.files();
    project.write('apps/shop.ts', DB('2Gi'));
    for (const command of ['synth', 'check']) expect(run(command)).toMatchObject({ code: 1, stdout: SAID('error') });
    expect(run('synth', '--app', 'shop')).toMatchObject({ code: 1, stdout: SAID('error') });
    expect(project.files()).toEqual(before);
  });

  it('4.9 is an error of a folder of YAML that would change an object of the environment', () => {
    const db = project.read('dist/local/shop/game-2048/statefulset_db.yaml');
    project.write('folder/db.yaml', db.replace('storage: 1Gi', 'storage: 2Gi'));
    const ran = run('check', '--manifests', 'folder');
    expect([ran.code, ran.stdout]).toEqual([
      1,
      expect.stringContaining('error k8s/valid-change: StatefulSet game-2048/db:'),
    ]);
    expect(run('check', '--manifests', 'folder', '--alone').stdout).not.toContain('valid-change');
  });

  it('4.9 is one too where the output was removed by hand since the last commit', () => {
    rmSync(join(project.root, 'dist', 'local'), { recursive: true });
    expect(run('synth')).toMatchObject({ code: 1, stdout: SAID('error') });
    expect(run('check')).toMatchObject({ code: 1, stdout: SAID('error') });
  });

  it('4.9 is told by diff, with what to do, also against a revision', () => {
    const ran = run('diff', '--base', 'HEAD');
    expect([ran.code, ran.stdout]).toEqual([
      1,
      `local › shop
  ~ StatefulSet game-2048/db
      spec.volumeClaimTemplates[0].spec.resources.requests.storage: "1Gi" → "2Gi"  (the API server refuses this change)
    refused: claim templates of a StatefulSet are set once: claims grow by themselves, and the set is made anew around its Pods.
refused: StatefulSet game-2048/db: give it another name; or, once the change is in Git, run \`kubectl -n game-2048 delete statefulset db --cascade=orphan\`, which leaves its Pods and claims as they are; let these claims grow first, as docs/growing-a-claim.md says.
`,
    ]);
  });

  it('4.9 is written once somebody decided to replace the object, and told no more', () => {
    const id = 'local/shop/game-2048/statefulset_db';
    const ran = run('synth', '--allow-replace', id);
    expect([ran.code, ran.stdout]).toEqual([0, expect.not.stringContaining('valid-change')]);
    expect(ran.stdout).not.toContain('--allow-replace');
    expect(run('synth', '--check')).toMatchObject({ code: 0 });
    const again = run('synth', '--allow-replace', id, 'local/shop/game-2048/statefulset_bd');
    const lines = again.stdout.split('\n').filter((line) => line.startsWith('--allow-replace'));
    expect([again.code, lines]).toEqual([
      0,
      [
        `--allow-replace ${id}: the API server refuses no change of it; leave it out.`,
        `--allow-replace local/shop/game-2048/statefulset_bd: there is nothing of that name; an app is prod/shop, an object its path in the output without .yaml. Did you mean ${id}?`,
      ],
    ]);
  });
});
