import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  project.run('synth');
});
afterEach(() => project.remove());

describe('a run of one app, and what others of the output are', () => {
  it('2.1 is refused where `gitops.id` is another: the Application of the app would go, with all that it made', () => {
    commitAll(project.root, 'dist');
    project.edit('environments/eks.yaml', 'gitops:\n', 'gitops:\n  id: x\n');
    const before = project.files();
    const synth = (...args: readonly string[]) => project.run('synth', '--app', 'shop', '--env', 'dev', ...args);
    const refused = `error DELETION: the Application dev-shop of dev would be deleted from Argo CD while its app stays. Another comes instead: x-dev-shop. With it go all objects that it made, Pods, volumes and load balancers too, before anything is created again. Applications are named and placed by \`gitops.id\`, \`gitops.namespace\` and \`gitops.consumer\`.
fix: set \`gitops\` of dev back to what it was; if all of that is meant: --allow-delete dev/_argocd
`;
    expect([synth().stderr, project.files()]).toEqual([refused, before]);
    const [former, now] = ['dev-shop', 'x-dev-shop'].map(
      (name) => `dist/dev/_argocd/application.argoproj.io_${name}.yaml`,
    );
    const check = synth('--check');
    expect([
      check.code,
      [former, now].map((path) => check.stdout.includes(String(path).slice('dist/'.length))),
    ]).toEqual([1, [true, true]]);
    // What was deleted by hand since is on the cluster still.
    project.delete(String(former));
    expect(synth().stderr).toBe(refused);
    expect(synth('--allow-delete', 'dev/_argocd').code).toBe(0);
    const applications = Object.keys(project.files('dist/dev/_argocd')).filter((path) => path.includes('application'));
    expect(applications).toEqual(['dist/dev/_argocd/application.argoproj.io_dev-ingress.yaml', now]);
  });

  it('2.1 takes the former Application away where that is allowed, and leaves those of other apps', () => {
    project.edit('environments/eks.yaml', 'gitops:\n', 'gitops:\n  id: x\n');
    const ran = project.run('synth', '--app', 'shop', '--env', 'dev', '--allow-delete', 'dev/_argocd');
    expect(ran.code).toBe(0);
    expect(Object.keys(project.files('dist/dev/_argocd')).filter((path) => path.includes('application'))).toEqual([
      'dist/dev/_argocd/application.argoproj.io_dev-ingress.yaml',
      'dist/dev/_argocd/application.argoproj.io_x-dev-shop.yaml',
    ]);
  });

  it('2.1 is refused for an app of another name whose objects the former one left', () => {
    project.delete('apps/shop.ts');
    project.write('apps/store.ts', SHOP.replace("name: 'shop'", "name: 'store'"));
    const before = project.files();
    for (const command of [['synth'], ['synth', '--check'], ['check']]) {
      const ran = project.run(...command, '--app', 'store', '--env', 'dev', '--no-typecheck');
      expect([ran.code, ran.stdout.split('app shop, which has no module').length]).toEqual([1, 2]);
      for (const part of [
        'this object in the committed output. Two Applications would undo each other at every sync, and with the one of shop the object would be deleted.\n',
        '\n  fix: run `synth` without --app: it takes away what shop left, or says what that deletes.\n',
      ])
        expect(ran.stdout).toContain(part);
    }
    expect(project.files()).toEqual(before);
  });

  const CLASS = 'dist/dev/ingress/_cluster/ingressclass_alb.yaml';
  const unreadable = (
    why: string,
  ) => `error OUTPUT: ${CLASS.slice('dist/'.length)} in the committed output cannot be read: ${why}. What Argo CD has from there is not known.
fix: bring it back as it was committed, or move it out of the output and run \`synth\` for all apps.
`;

  it('7.3 a committed file that cannot be read is named, and does not count as absent', () => {
    project.write('apps/second.ts', INGRESS_CLASS.replace("name: 'ingress'", "name: 'second'"));
    project.write('folder/ingress.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
    const written = project.read(CLASS);
    const told = (...args: readonly string[]) => {
      const { code, stderr } = project.run(...args, '--env', 'dev');
      return [code, stderr];
    };
    const texts = [
      [
        `${written}x: [\n`,
        'it is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 14, column 1',
      ],
      [written.slice(written.indexOf('\n') + 1), 'its first line is not the one that cdk8s-eks writes'],
      [`${written.split('\n')[0]}\n`, 'it does not hold an object'],
      [written.replace(/^kind: .*\n/m, ''), 'it does not say the kind and the name of an object'],
    ] as const;
    for (const [text, why] of texts) {
      project.write(CLASS, text);
      expect(told('synth', '--app', 'second', '--no-typecheck')).toEqual([2, unreadable(why)]);
      expect(told('check', '--manifests', 'folder')).toEqual([2, unreadable(why)]);
      expect(told('diff', '--app', 'ingress', '--no-typecheck')).toEqual([2, unreadable(why)]);
      expect(told('check', '--manifests', 'folder', '--alone')[0]).toBe(0);
    }
    project.delete(CLASS);
    symlinkSync('/dev/null', join(project.root, CLASS));
    const linked = unreadable('it is not a regular file, and links are not followed');
    expect(told('synth', '--app', 'second', '--no-typecheck')).toEqual([2, linked]);
    project.delete(CLASS);
    project.write(CLASS, `${written}x: [\n`);
    // What the run itself renders is written again.
    expect(told('synth', '--app', 'ingress', '--no-typecheck')).toEqual([0, '']);
    expect(project.read(CLASS)).toBe(written);
  });
});
