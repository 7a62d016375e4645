import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ToolError } from '../model/errors';

export const KUBECONFORM_VERSION = 'v0.7.0';
const MODULE = 'github.com/yannh/kubeconform/cmd/kubeconform';
const RELEASES = 'https://github.com/yannh/kubeconform/releases/download';

/** SHA-256 of the release's archives; only what is listed here is accepted from the network. */
const ARCHIVES: Readonly<Record<string, string>> = {
  'linux-amd64': 'c31518ddd122663b3f3aa874cfe8178cb0988de944f29c74a0b9260920d115d3',
  'linux-arm64': 'cc907ccf9e3c34523f0f32b69745265e0a6908ca85b92f41931d4537860eb83c',
  'darwin-amd64': 'c6771cc894d82e1b12f35ee797dcda1f7da6a3787aa30902a15c264056dd40d4',
  'darwin-arm64': 'b5d32b2cb77f9c781c976b20a85e2d0bc8f9184d5d1cfe665a2f31a19f99eeb9',
};

/** Set for a kubeconform that is only asked for its version. */
export const PROBING = 'CDK8S_EKS_PROBING_KUBECONFORM';

export interface FindOptions {
  /** `PATH`, and where caches go; values of the process, so that a test can give others. */
  readonly path: string;
  readonly cache: string;
  /** Nothing is fetched (`CDK8S_EKS_OFFLINE`). */
  readonly offline: boolean;
  readonly log: (text: string) => void;
}

export function defaultFindOptions(env: NodeJS.ProcessEnv, log: (text: string) => void): FindOptions {
  const cache = env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return {
    path: env['PATH'] ?? '',
    cache: join(cache, 'cdk8s-eks', 'kubeconform', KUBECONFORM_VERSION),
    offline: env['CDK8S_EKS_OFFLINE'] !== undefined,
    log,
  };
}

/**
 * The pinned kubeconform: on PATH if it says so, in the cache, built by Go, or from the project's release page.
 * @throws ToolError REFEREE saying everything that was tried
 */
export async function findKubeconform(options: FindOptions): Promise<string> {
  const tried: string[] = [];
  for (const source of [onPath, inCache, byGo, fromRelease]) {
    const found = await source(options, tried);
    if (found !== undefined) return found;
  }
  const message = `kubeconform ${KUBECONFORM_VERSION} cannot be had here:\n${tried.map((line) => `  - ${line}`).join('\n')}`;
  throw new ToolError('REFEREE', [{ message, fix: `install Go, or put kubeconform ${KUBECONFORM_VERSION} on PATH.` }]);
}

type Source = (options: FindOptions, tried: string[]) => Promise<string | undefined> | string | undefined;

/**
 * Every kubeconform on PATH is asked for its version. One of them may be this package's own bin, which would look on
 * PATH again: `PROBING` makes it end at once.
 */
const onPath: Source = ({ path }, tried) => {
  const reported: string[] = [];
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    const binary = join(folder, 'kubeconform');
    if (!existsSync(binary)) continue;
    const env = { PATH: path, [PROBING]: '1' };
    const ran = spawnSync(binary, ['-v'], { encoding: 'utf8', env, timeout: 10_000 });
    const version = ran.error === undefined ? ran.stdout.trim() : '';
    if (version === KUBECONFORM_VERSION) return binary;
    if (version !== '') reported.push(`${binary} reports "${version}"`);
  }
  tried.push(`PATH: ${reported.join(', ') || 'there is none'}`);
  return undefined;
};

/** A built kubeconform says "development", so the cache keeps version and digest in a note beside it. */
const inCache: Source = ({ cache }, tried) => {
  const binary = join(cache, 'kubeconform');
  const note = join(cache, 'kubeconform.sha256');
  if (!existsSync(binary) || !existsSync(note)) tried.push(`cache: ${cache} has none`);
  else if (readFileSync(note, 'utf8').trim() === digestOf(binary)) return binary;
  else tried.push(`cache: ${binary} is not what was put there`);
  return undefined;
};

const byGo: Source = ({ cache, path, log }, tried) => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
  try {
    if (spawnSync('go', ['version'], { env: { ...process.env, PATH: path } }).status !== 0) {
      tried.push('go install: there is no Go on PATH');
      return undefined;
    }
    log(`building kubeconform ${KUBECONFORM_VERSION} with Go, once (about half a minute)`);
    const env = { ...process.env, PATH: path, GOBIN: folder, GOFLAGS: '-mod=mod' };
    const ran = spawnSync('go', ['install', `${MODULE}@${KUBECONFORM_VERSION}`], { encoding: 'utf8', env });
    if (ran.status === 0) return intoCache(join(folder, 'kubeconform'), cache);
    tried.push(`go install: ${ran.stderr.trim().split('\n').at(-1) ?? 'failed'}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function fromRelease({ cache, log, offline }: FindOptions, tried: string[]): Promise<string | undefined> {
  if (offline) {
    tried.push('release page: CDK8S_EKS_OFFLINE is set');
    return undefined;
  }
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const expected = ARCHIVES[platform];
  if (expected === undefined) {
    tried.push(`release page: no archive is pinned for ${platform}`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
  try {
    const url = `${RELEASES}/${KUBECONFORM_VERSION}/kubeconform-${platform}.tar.gz`;
    log(`fetching kubeconform ${KUBECONFORM_VERSION}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const archive = join(folder, 'archive.tar.gz');
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    if (digestOf(archive) !== expected) throw new Error('the archive does not have the pinned SHA-256');
    if (spawnSync('tar', ['-xzf', archive, '-C', folder, 'kubeconform']).status !== 0)
      throw new Error('tar could not open it');
    return intoCache(join(folder, 'kubeconform'), cache);
  } catch (error) {
    tried.push(`release page: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function intoCache(built: string, cache: string): string {
  mkdirSync(cache, { recursive: true });
  const binary = join(cache, 'kubeconform');
  const staged = `${binary}.${process.pid}`;
  copyFileSync(built, staged);
  chmodSync(staged, 0o755);
  writeFileSync(join(cache, 'kubeconform.sha256'), `${digestOf(staged)}\n`);
  renameSync(staged, binary);
  return binary;
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
