import { spawnSync } from 'node:child_process';

/** Runs Git in a folder, as somebody whom nobody has to configure. @throws Error with what Git says */
export function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  const ran = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout;
}

/** Commits everything below some paths of a folder, which becomes a repository. */
export function commitAll(cwd: string, ...paths: readonly string[]): void {
  git(cwd, 'init', '--quiet');
  git(cwd, 'add', ...paths);
  git(cwd, 'commit', '--quiet', '--message', 'rendered');
}
