import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

describe('deletions', () => {
  it('of a whole app stop the run until they are allowed, also where somebody emptied the folder since the last commit', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const git = (...args: readonly string[]) =>
      expect(
        spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: project.root })
          .status,
      ).toBe(0);
    try {
      expect(project.run('synth', '--env', 'prod').code).toBe(0);
      git('init', '--quiet');
      git('add', 'dist');
      git('commit', '--quiet', '--message', 'rendered');
      rmSync(join(project.root, 'dist', 'prod'), { recursive: true });
      project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { prod: 'moves elsewhere' },");
      const ran = project.run('synth', '--env', 'prod');
      expect([ran.code, ran.stderr]).toEqual([
        1,
        `error DELETION: all 6 objects of prod/shop would be deleted from the cluster:
  prod/shop/_cluster/namespace_game-2048.yaml
  prod/shop/game-2048/deployment_web.yaml
  prod/shop/game-2048/ingress_web.yaml
  prod/shop/game-2048/poddisruptionbudget_web.yaml
  prod/shop/game-2048/service_web.yaml
  … and 1 more
fix: if that is meant: --allow-delete prod/shop
`,
      ]);
      expect(Object.keys(project.files()).filter((path) => path.startsWith('dist/prod/'))).toEqual([]);
      expect(project.run('synth', '--env', 'prod', '--allow-delete', 'prod/shop').code).toBe(0);
    } finally {
      project.remove();
    }
  });

  it('4.2 of most of a small app, under other names, are refused; ids that allow nothing are told, and with --check refused', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const synth = (...args: readonly string[]) => project.run('synth', '--env', 'prod', ...args);
    try {
      expect(synth().code).toBe(0);
      commitAll(project.root, 'dist');
      project.edit('apps/shop.ts', "new WebService(scope, 'web'", "new WebService(scope, 'site'");
      const refused = synth();
      expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([
        1,
        'error DELETION: 4 of the 6 objects of prod/shop would be deleted from the cluster, and 4 others created:',
      ]);
      const ran = synth('--allow-delete', 'prod/shop', 'prod/ingress', 'prod/shop/', 'no-base');
      expect([ran.code, ran.stdout.split('\n').filter((line) => line.startsWith('--allow-delete'))]).toEqual([
        0,
        [
          '--allow-delete prod/ingress: nothing of it would be deleted; leave it out.',
          '--allow-delete prod/shop/: there is nothing of that name; an app is prod/shop, a file its path in the output without .yaml. Did you mean prod/shop?',
          '--allow-delete no-base: Git says what was committed, so it allows nothing; leave it out.',
        ],
      ]);
      const checked = synth('--check', '--allow-delete', 'prod/shop');
      expect([checked.code, checked.stderr]).toEqual([
        2,
        "error ARGUMENTS: option '--allow-delete <id...>' cannot be used with option '--check'.\nfix: see `cdk8s-eks synth --help`.\n",
      ]);
    } finally {
      project.remove();
    }
  });

  it('4.4 of a load balancer, whose Service stays, stop the run until they are allowed', () => {
    const service = (type: string) =>
      SHOP.replace('import {', "import { ApiObject } from 'cdk8s';\nimport {").replace(
        '    const web',
        `    new ApiObject(scope, 'entry', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'entry' },
      spec: { type: '${type}', ports: [{ port: 80, protocol: 'TCP' }] },
    });
    const web`,
      );
    const project = new TestProject({ 'shop.ts': service('LoadBalancer'), 'ingress.ts': INGRESS_CLASS });
    const synth = (...args: readonly string[]) => project.run('synth', '--env', 'local', ...args);
    try {
      expect(synth()).toMatchObject({ code: 0, stderr: '' });
      commitAll(project.root, 'dist');
      const before = project.files();
      project.write('apps/shop.ts', service('ClusterIP'));
      const refused = synth();
      expect([refused.code, refused.stderr]).toEqual([
        1,
        `error DELETION: local/shop/game-2048/service_entry.yaml would no longer have spec.type: LoadBalancer, and the cluster would give up its load balancer, with the address that clients and DNS hold on to.
fix: if that is meant: --allow-delete local/shop/game-2048/service_entry
`,
      ]);
      expect(project.files()).toEqual(before);
      const allowed = synth('--allow-delete', 'local/shop/game-2048/service_entry');
      expect([allowed.code, allowed.stdout]).toEqual([0, expect.not.stringContaining('--allow-delete')]);
      project.write('apps/shop.ts', service('NodePort'));
      commitAll(project.root, 'dist');
      expect(synth()).toMatchObject({ code: 0 });
    } finally {
      project.remove();
    }
  });

  it('of an object that another app renders now are told as what they are', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const note = `    new ApiObject(scope, 'note', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'note', namespace: 'game-2048' },
      data: { of: 'games' },
    });
`;
    try {
      project.edit('apps/shop.ts', 'import {', "import { ApiObject } from 'cdk8s';\nimport {");
      project.edit('apps/shop.ts', '    const web', `${note}    const web`);
      expect(project.run('synth', '--env', 'prod').code).toBe(0);
      project.edit('apps/shop.ts', note, '');
      project.write(
        'apps/notes.ts',
        `import { ApiObject } from 'cdk8s';\nimport { defineApp } from 'cdk8s-eks';\n\nexport default defineApp({\n  name: 'notes',\n  owner: 'games',\n  charts(scope) {\n${note}  },\n});\n`,
      );
      expect(project.run('diff', '--env', 'prod').stdout.split('\n')).toEqual(
        expect.arrayContaining([
          '  - ConfigMap game-2048/note  (moved to notes: Argo CD deletes it and creates it again)',
          '  + ConfigMap game-2048/note  (was in shop)',
        ]),
      );
      const ran = project.run('synth', '--env', 'prod');
      expect([ran.code, ran.stdout.split('\n').find((line) => line.startsWith('removed: '))]).toEqual([
        0,
        'removed: prod/shop/game-2048/configmap_note.yaml: rendered as prod/notes/game-2048/configmap_note.yaml now, so Argo CD deletes the object and creates it again',
      ]);
    } finally {
      project.remove();
    }
  });

  it('of an object that was told to stay, and that another app renders now, are handed over in two steps', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const volume = (annotations: string) => `    new ApiObject(scope, 'disk', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'disk', namespace: 'game-2048'${annotations} },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
`;
    const keeping = ", annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }";
    const shop = (more: string) =>
      SHOP.replace('import {', "import { ApiObject } from 'cdk8s';\nimport {").replace(
        '    const web',
        `${more}    const web`,
      );
    const disks = `import { ApiObject } from 'cdk8s';\nimport { defineApp } from 'cdk8s-eks';\n\nexport default defineApp({\n  name: 'disks',\n  owner: 'games',\n  charts(scope) {\n${volume('')}  },\n});\n`;
    const synth = (...args: readonly string[]) => project.run('synth', '--env', 'prod', '--no-typecheck', ...args);
    const claim = 'prod/shop/game-2048/persistentvolumeclaim_disk';
    try {
      project.write('apps/shop.ts', shop(volume('')));
      expect(synth()).toMatchObject({ code: 0 });
      commitAll(project.root, 'dist');
      project.write('apps/shop.ts', shop(''));
      project.write('apps/disks.ts', disks);
      const refused = synth();
      expect([refused.code, refused.stderr]).toEqual([
        1,
        `error DELETION: ${claim}.yaml would be deleted from the cluster, and with it its volume with all data, unless the class retains it.
  It is rendered as prod/disks/game-2048/persistentvolumeclaim_disk.yaml now: Argo CD would delete it and create it again. To keep it on the cluster, take two steps: render it once more where it was, with the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false, and let Argo CD sync that; then move it.
fix: if that is meant: --allow-delete ${claim}
`,
      ]);

      rmSync(join(project.root, 'apps', 'disks.ts'));
      project.write('apps/shop.ts', shop(volume(keeping)));
      expect(synth()).toMatchObject({ code: 0 });
      commitAll(project.root, 'dist');
      project.write('apps/shop.ts', shop(''));
      project.write('apps/disks.ts', disks);
      const moved = synth();
      expect([moved.code, moved.stderr]).toEqual([0, '']);
      expect(moved.stdout.split('\n').filter((line) => /^(removed|moved|what moves)/.test(line))).toEqual([
        `removed: ${claim}.yaml: rendered as prod/disks/game-2048/persistentvolumeclaim_disk.yaml now, and kept on the cluster`,
        `moved: ${claim}.yaml is rendered by apps/disks.ts now, and stays on the cluster, since Prune=false was committed. When Argo CD has read this commit, hand it over: kubectl annotate persistentvolumeclaim disk --namespace game-2048 argocd.argoproj.io/tracking-id-`,
      ]);
    } finally {
      project.remove();
    }
  });

  it('of an environment that was removed are named by --check, and stopped until they are allowed', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      expect(project.run('synth').code).toBe(0);
      rmSync(join(project.root, 'environments', 'staging'), { recursive: true });
      const checked = project.run('synth', '--check');
      expect(checked.code).toBe(1);
      expect(checked.stdout.split('\n')).toContain('no longer rendered: _bootstrap/staging.yaml');
      expect(
        project
          .run('synth')
          .stderr.split('\n')
          .filter((line) => line.startsWith('error')),
      ).toEqual([
        'error DELETION: all 1 objects of staging/ingress would be deleted from the cluster:',
        'error DELETION: all 6 objects of staging/shop would be deleted from the cluster:',
      ]);
      expect(project.run('synth', '--env', 'prod').code).toBe(0);
      expect(project.run('synth', '--allow-delete', 'staging/shop', 'staging/ingress').code).toBe(0);
      expect(Object.keys(project.files()).filter((path) => path.includes('staging'))).toEqual([]);
    } finally {
      project.remove();
    }
  });

  it('shows against a revision of Git what is new since then', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const git = (...args: readonly string[]) =>
      expect(
        spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: project.root })
          .status,
      ).toBe(0);
    try {
      project.run('synth', '--env', 'dev');
      git('init', '--quiet');
      git('add', 'dist');
      git('commit', '--quiet', '--message', 'rendered');
      project.edit('apps/shop.ts', 'port: 9898', 'port: 9899');
      project.run('synth', '--env', 'dev');
      expect(project.run('diff', '--env', 'dev').stdout).toBe('no differences\n');
      expect(project.run('diff', '--env', 'dev', '--base', 'HEAD').stdout).toBe(
        'dev › shop\n  ~ Deployment game-2048/web\n      spec.template.spec.containers.web.ports.http.containerPort: 9898 → 9899  (rolls out new Pods)\n      spec.template.spec.containers.web.readinessProbe.httpGet.port: 9898 → 9899  (rolls out new Pods)\n    restart: any difference in the Pod template starts a rollout of all Pods. Its only Pod, none missing and 1 more at a time; no PodDisruptionBudget selects them.\n',
      );
      expect(project.run('diff', '--base', 'nowhere').stderr).toBe(
        'error ARGUMENTS: Git knows no revision "nowhere" here.\nfix: name a branch, a tag or a commit.\n',
      );
    } finally {
      project.remove();
    }
  });
});
