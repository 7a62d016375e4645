import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { git } from '../git';
import { BINARY, ROOT, type TestProject } from '../project';

/** A team's repository, a bare remote that it is pushed to, and the programs that a pipeline finds on its machine. */
export class Team {
  readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-team-'));

  readonly remote = join(this.folder, 'remote.git');

  private constructor(readonly project: TestProject) {}

  /** Renders the project and pushes it as `main`. */
  static start(project: TestProject): Team {
    const team = new Team(project);
    mkdirSync(join(team.folder, 'bin'));
    team.program('npx', `shift\nexec '${process.execPath}' '${BINARY}' "$@"`);
    project.write('.gitignore', 'node_modules\n/*.md\n/findings.sarif\n');
    project.write('.gitattributes', readFileSync(join(ROOT, 'docs', 'pipelines', 'gitattributes'), 'utf8'));
    project.write('ci/change.sh', readFileSync(join(ROOT, 'docs', 'pipelines', 'change.sh'), 'utf8'));
    team.synth();
    git(team.folder, 'init', '--quiet', '--bare', '--initial-branch=main', team.remote);
    team.git('init', '--quiet', '--initial-branch=main');
    team.git('remote', 'add', 'origin', team.remote);
    team.commit('start');
    team.git('push', '--quiet', 'origin', 'main');
    return team;
  }

  /** Puts a program in front of those of the machine. */
  program(name: string, script: string): void {
    const path = join(this.folder, 'bin', name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  git(...args: readonly string[]): string {
    return git(this.project.root, ...args);
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  synth(...flags: readonly string[]): void {
    const { code, stdout, stderr } = this.project.run('synth', '--no-typecheck', ...flags);
    if (code !== 0) throw new Error(`synth ends with ${code}: ${stdout}${stderr}`);
  }

  /** Runs a step of a pipeline with bash, as a runner does: it stops at the first command that fails. */
  step(script: string, variables: NodeJS.ProcessEnv = {}): { code: number | null; stdout: string; stderr: string } {
    const identity = Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, 'ci'],
        [`GIT_${who}_EMAIL`, 'ci@example.com'],
      ]),
    );
    const PATH = [join(this.folder, 'bin'), process.env['PATH']].join(delimiter);
    const env = { ...process.env, ...identity, NO_COLOR: '1', ...variables, PATH };
    const options = { cwd: this.project.root, env, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], options);
    return { code: status, stdout, stderr };
  }

  /** What somebody does who presses the button: the branch becomes a commit of `main`, here and there. */
  merge(branch: string): void {
    this.git('switch', '--quiet', 'main');
    this.git('merge', '--quiet', '--no-ff', '--message', `merge ${branch}`, branch);
    this.git('push', '--quiet', 'origin', 'main', `:refs/heads/${branch}`);
  }

  /** The commit that a branch of the remote has. */
  pushed(branch: string): string {
    return git(this.remote, 'rev-parse', `refs/heads/${branch}`).trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.project.remove();
  }
}
