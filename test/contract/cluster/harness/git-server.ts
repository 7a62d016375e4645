import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../../../support/free-port';
import type { Processes } from './processes';

/** A repository that a Git daemon serves on loopback, to which a test commits as a team would push. */
export class GitServer {
  private constructor(
    readonly folder: string,
    readonly url: string,
  ) {}

  static async start(processes: Processes, name = 'repository'): Promise<GitServer> {
    const base = join(processes.folder, 'git');
    const folder = join(base, name);
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const git = new GitServer(folder, `git://127.0.0.1:${port}/${name}`);
    git.run('init', '--quiet', '--initial-branch=main');
    git.run('commit', '--quiet', '--allow-empty', '--message=start');
    await processes.start(
      {
        id: `git-${name}`,
        command: 'git',
        args: ['daemon', '--export-all', `--base-path=${base}`, '--listen=127.0.0.1', `--port=${port}`, '--reuseaddr'],
      },
      async () => git.run('ls-remote', git.url).includes('refs/heads/main'),
    );
    return git;
  }

  /** Brings `dist/` to the content of a folder, or of several, and commits. */
  commitDist(message: string, ...folders: readonly string[]): void {
    for (const name of readdirSync(this.folder)) {
      if (name !== '.git') rmSync(join(this.folder, name), { recursive: true });
    }
    for (const folder of folders) cpSync(folder, join(this.folder, 'dist'), { recursive: true });
    this.commit(message);
  }

  commit(message: string): void {
    this.run('add', '--all');
    this.run('commit', '--quiet', `--message=${message}`);
  }

  get revision(): string {
    return this.run('rev-parse', 'HEAD').trim();
  }

  revert(): void {
    this.run('revert', '--no-edit', 'HEAD');
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  remove(path: string): void {
    if (!existsSync(join(this.folder, path))) throw new Error(`${path} is not in the repository`);
    rmSync(join(this.folder, path), { recursive: true });
  }

  private run(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=team', '-c', 'user.email=team@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...args], { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }
}
