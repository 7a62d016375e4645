import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * What `git rev-parse --local-env-vars` lists, but for the settings: a hook's variables, and others that say which
 * repository is meant. Git would take every folder for the top of that one, or look for its objects elsewhere.
 */
const OF_ONE_REPOSITORY = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];
const MOST_BYTES = 1024 * 1024 * 1024;

export interface GitAnswer {
  /** Absent where Git refused, or is not there. */
  readonly output?: Buffer;
  /** What it said instead, in English. */
  readonly refusal: string;
}

/** Asks the repository that a folder lies in, whatever repository a surrounding hook is about. */
export function askGit(cwd: string, args: readonly string[], input = ''): GitAnswer {
  const env = outsideHooks();
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, input, env, maxBuffer: MOST_BYTES });
  if (status === 0) return { output: stdout, refusal: '' };
  return { refusal: error?.message ?? stderr.toString('utf8').trim() };
}

/** The same, while this thread does other work. The promise is never rejected. */
export function startAskingGit(cwd: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const git = spawn('git', args, { cwd, env: outsideHooks(), stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const refusal: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => refusal.push(chunk));
    git.on('error', (error) => resolve({ refusal: error.message }));
    git.on('close', (status) => {
      if (status === 0) resolve({ output: Buffer.concat(output), refusal: '' });
      else resolve({ refusal: Buffer.concat(refusal).toString('utf8').trim() });
    });
  });
}

/** Our own variables, without those with which a hook says which repository it is about. */
function outsideHooks(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of OF_ONE_REPOSITORY) delete env[name];
  return env;
}

/** Where Git has to be asked about a folder, so that it may be a repository of its own, and may not be there yet. */
export interface AskedPlace {
  readonly cwd: string;
  /** The folder as seen from `cwd`, with a slash at its end; '' where they are the same. */
  readonly prefix: string;
}

export function placeToAsk(folder: string): AskedPlace {
  let prefix = '';
  let cwd = folder;
  while (!existsSync(cwd) && dirname(cwd) !== cwd) {
    prefix = `${basename(cwd)}/${prefix}`;
    cwd = dirname(cwd);
  }
  return { cwd, prefix };
}
