import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Emptied, REFUSED } from '../support/emptied';
import { commitAll, git } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

describe('Git’s HEAD is asked', () => {
  const projects: TestProject[] = [];
  const emptied = (out: string, commit: (root: string) => void) => {
    const project = new Emptied(out, commit);
    projects.push(project);
    return project;
  };
  afterAll(() => {
    for (const project of projects) project.remove();
  });

  it('whatever repository the variables of a hook name', () => {
    const project = emptied('dist', (root) => commitAll(root, 'dist'));
    expect(project.refused({ GIT_DIR: join(project.root, '.git'), GIT_INDEX_FILE: 'index' })).toEqual(REFUSED);
    const nowhere = join(project.root, 'environments');
    expect(project.refused({ GIT_DIR: nowhere, GIT_WORK_TREE: nowhere })).toEqual(REFUSED);
  });

  it('where the output is a repository of its own, whose files stay as they are', () => {
    const project = emptied('dist', (root) => commitAll(join(root, 'dist'), '.'));
    expect(project.refused()).toEqual(REFUSED);
    const dist = join(project.root, 'dist');
    git(dist, 'pack-refs', '--all');
    expect(project.run('synth', '--allow-delete', 'prod/shop').code).toBe(0);
    expect([existsSync(join(dist, '.git', 'refs')), git(dist, 'rev-list', '--count', 'HEAD').trim()]).toEqual([
      true,
      '1',
    ]);
    expect(project.run('synth', '--check').stdout).toContain('dist/ is what the source says');
  });

  it('where the output lies elsewhere in the repository', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    projects.push(project);
    const k8s = join(project.root, 'k8s');
    mkdirSync(k8s);
    for (const name of ['apps', 'environments', 'node_modules']) renameSync(join(project.root, name), join(k8s, name));
    const run = () => project.run('--project', k8s, 'synth', '--env', 'prod', '--out', join(k8s, '..', 'deploy'));
    expect(run().stdout).not.toContain('pathPrefix');
    commitAll(project.root, 'deploy');
    expect(run().stdout).toContain(
      '`gitops.pathPrefix` of prod is "dist", and the output is "deploy" in its repository: Argo CD looks into a folder that this run does not write, and syncs what lies there, or nothing. Set it to "deploy", or write where it says.\n',
    );
    project.edit('k8s/environments/eks.yaml', 'pathPrefix: dist', 'pathPrefix: deploy');
    const { code: written, stdout } = run();
    expect([written, stdout.includes('pathPrefix')]).toEqual([0, false]);
    rmSync(join(project.root, 'deploy', 'prod', 'shop'), { recursive: true });
    project.edit('k8s/apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { prod: 'moves elsewhere' },");
    const { code, stderr } = run();
    expect([code, stderr.split('\n')[0]]).toEqual(REFUSED);
  });
});

describe('an environment that was renamed', () => {
  it('is a deletion also where its folder is gone, and its bootstrap file goes with it', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      expect(project.run('synth').code).toBe(0);
      commitAll(project.root, 'dist');
      rmSync(join(project.root, 'environments', 'staging'), { recursive: true });
      rmSync(join(project.root, 'dist', 'staging'), { recursive: true });
      const checked = project.run('synth', '--check');
      expect([checked.code, checked.stdout]).toEqual([
        1,
        expect.stringContaining('no longer rendered: _bootstrap/staging.yaml\n'),
      ]);
      expect(project.run('synth').stderr).toContain('all 6 objects of staging/shop would be deleted');
      expect(project.run('synth', '--allow-delete', 'staging').code).toBe(1);
      const ran = project.run('synth', '--allow-delete', 'staging/shop', 'staging/ingress', 'staging/shp');
      expect([ran.code, ran.stdout]).toEqual([
        0,
        expect.stringContaining('--allow-delete staging/shp: there is nothing of that name'),
      ]);
      expect(existsSync(join(project.root, 'dist', '_bootstrap', 'staging.yaml'))).toBe(false);
    } finally {
      project.remove();
    }
  });
});

describe('files that somebody added', () => {
  it('beside the bootstrap files are named', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      expect(project.run('synth').code).toBe(0);
      project.write('dist/_bootstrap/ghost.yaml', project.read('dist/_bootstrap/prod.yaml'));
      project.write('dist/_bootstrap/notes.txt', 'mine');
      const { code, stdout } = project.run('synth', '--check');
      expect([code, stdout.split('\n').filter((line) => line.includes('_bootstrap'))]).toEqual([
        1,
        ['no longer rendered: _bootstrap/ghost.yaml', 'not made by this tool, left as it is: _bootstrap/notes.txt'],
      ]);
    } finally {
      project.remove();
    }
  });
});

it('a folder of sources is no output folder, and an empty name selects nothing', () => {
  const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  try {
    for (const out of ['apps', 'environments/dist', 'node_modules']) {
      const ran = project.run('synth', '--out', out);
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('which holds what is rendered from')]);
    }
    for (const flags of [
      ['--env', ''],
      ['--env', 'prod,,dev'],
      ['--app', ' '],
      ['--tier', ''],
    ]) {
      const ran = project.run('synth', ...flags);
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`${flags[0]} names nothing`)]);
    }
    expect(existsSync(join(dirname(project.root), 'dist'))).toBe(false);
  } finally {
    project.remove();
  }
});
