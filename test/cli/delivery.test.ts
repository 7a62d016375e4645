import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitAll, git } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const REFUSED = 'error DELETION: all 6 objects of prod/shop would be deleted from the cluster:';
const APPLICATION = 'prod/_argocd/application.argoproj.io_prod-shop.yaml';

describe('an environment that is delivered by', () => {
  let project: TestProject;
  let remotes: string;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    remotes = mkdtempSync(join(tmpdir(), 'cdk8s-eks-remotes-'));
  });
  afterEach(() => {
    project.remove();
    rmSync(remotes, { recursive: true });
  });

  /** A bare repository whose address ends as the settings say. */
  function bare(path: string): string {
    const folder = join(remotes, path);
    git(remotes, 'init', '--quiet', '--bare', folder);
    return folder;
  }

  const synth = (out: string, ...args: readonly string[]) =>
    project.run('synth', '--env', 'prod', '--out', join(out, 'dist'), '--no-typecheck', ...args);

  function publish(clone: string, branch: string): void {
    git(clone, 'add', '--all', '.');
    git(clone, 'commit', '--quiet', '--message', 'rendered');
    git(clone, 'push', '--quiet', 'origin', `HEAD:${branch}`);
  }

  /** What Argo CD would read. */
  const pushed = (remote: string, branch: string, path: string) => git(remote, 'show', `${branch}:dist/${path}`);

  function dropShop(): void {
    project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { prod: 'moves elsewhere' },");
  }

  function expectBrake(clone: string): void {
    dropShop();
    const refused = synth(clone);
    expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([1, REFUSED]);
    const differs = project.run('diff', '--env', 'prod', '--out', join(clone, 'dist'), '--no-typecheck');
    expect([differs.code, differs.stdout]).toEqual([1, expect.stringContaining('- Ingress game-2048/')]);
    expect(synth(clone, '--allow-delete', 'prod/shop').code).toBe(0);
  }

  it('a branch of its own: rendered into a worktree, and judged by what that branch holds', () => {
    const remote = bare('platform/cdk8s-eks.git');
    project.edit('environments/eks.yaml', 'https://git.example.com/platform/cdk8s-eks.git', `ssh://git@x${remote}`);
    project.edit(
      'environments/prod/environment.yaml',
      'gitops:\n',
      'gitops:\n  delivery: branches\n  branch: env/prod\n',
    );
    commitAll(project.root, 'apps', 'environments');
    git(project.root, 'remote', 'add', 'origin', `ssh://git@x${remote}`);
    const worktree = join(remotes, 'prod');
    git(project.root, 'branch', '--quiet', '--move', 'main');
    git(project.root, 'worktree', 'add', '--quiet', '--detach', worktree);
    git(worktree, 'checkout', '--quiet', '--orphan', 'env/prod');
    git(worktree, 'rm', '--quiet', '-r', '--force', '.');
    git(worktree, 'commit', '--quiet', '--allow-empty', '--message', 'env/prod begins');
    git(project.root, 'remote', 'set-url', '--push', 'origin', remote);

    const beside = project.run('synth', '--env', 'prod', '--no-typecheck');
    expect(beside.stdout).toContain(
      'prod is synced from the branch env/prod, and the output lies on main: Argo CD sees none of it before it is merged there. Write it into a worktree of env/prod: synth --env prod --out <worktree>/<folder>.\n',
    );
    const outside = synth(join(remotes, 'nowhere'));
    expect([outside.code, outside.stdout]).toEqual([
      0,
      expect.stringContaining(
        'and the output does not lie in a clone: nobody can commit it from there, and the deletion brake has nothing to compare it with. Write it into a clone or worktree of that branch: synth --env prod --out <clone>/<folder>.\n',
      ),
    ]);
    const { code, stdout } = synth(worktree);
    expect([code, stdout.includes('is synced from')]).toEqual([0, false]);
    publish(worktree, 'env/prod');
    const application = pushed(remote, 'env/prod', APPLICATION);
    expect(application).toContain('targetRevision: refs/heads/env/prod\n');
    expect(application).toContain('path: dist/prod/shop\n');
    expect(git(remote, 'ls-tree', '--name-only', 'env/prod').trim()).toBe('dist');
    expect(synth(worktree, '--check').stdout).toContain('is what the source says');
    expectBrake(worktree);
    publish(worktree, 'env/prod');
    expect(() => pushed(remote, 'env/prod', APPLICATION)).toThrow('does not exist');
  });

  it('a repository of its own: rendered into a clone, and nothing of it in that of the source', () => {
    const remote = bare('prod.git');
    const url = `ssh://git@x${remote}`;
    project.edit(
      'environments/prod/environment.yaml',
      'gitops:\n',
      `gitops:\n  delivery: repositories\n  repoURL: ${url}\n`,
    );
    commitAll(project.root, 'apps', 'environments');
    git(project.root, 'remote', 'add', 'origin', 'https://git.example.com/platform/source.git');
    expect(project.run('synth', '--env', 'prod', '--no-typecheck').stdout).toContain(
      `prod is synced from ${url}, and the output lies in a clone of another repository (https://git.example.com/platform/source.git). Write it into a clone of that one: synth --env prod --out <clone>/<folder>.\n`,
    );
    const clone = join(remotes, 'clone');
    git(remotes, 'clone', '--quiet', remote, clone);
    git(clone, 'checkout', '--quiet', '-B', 'main');
    git(clone, 'remote', 'set-url', 'origin', url);
    git(clone, 'remote', 'set-url', '--push', 'origin', remote);

    const { code, stdout } = synth(clone);
    expect([code, stdout.includes('is synced from')]).toEqual([0, false]);
    publish(clone, 'main');
    expect(pushed(remote, 'main', APPLICATION)).toContain(`repoURL: ${url}\n`);
    expect(pushed(remote, 'main', 'prod/_argocd/appproject.argoproj.io_prod-games.yaml')).toContain(`- ${url}\n`);
    expect(readFileSync(join(clone, 'dist', '_bootstrap', 'prod.yaml'), 'utf8')).toContain(`repoURL: ${url}\n`);
    expectBrake(clone);
  });
});
