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
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const KUBECONFORM_VERSION = 'v0.7.0';
const MODULE = 'github.com/yannh/kubeconform/cmd/kubeconform';
export const RELEASES = 'https://github.com/yannh/kubeconform/releases/download';

/** SHA-256 of the release's archives; only what is listed here is accepted from the network. */
const ARCHIVES: Readonly<Record<string, string>> = {
  'linux-amd64': 'c31518ddd122663b3f3aa874cfe8178cb0988de944f29c74a0b9260920d115d3',
  'linux-arm64': 'cc907ccf9e3c34523f0f32b69745265e0a6908ca85b92f41931d4537860eb83c',
  'darwin-amd64': 'c6771cc894d82e1b12f35ee797dcda1f7da6a3787aa30902a15c264056dd40d4',
  'darwin-arm64': 'b5d32b2cb77f9c781c976b20a85e2d0bc8f9184d5d1cfe665a2f31a19f99eeb9',
};

interface ObtainOptions {
  readonly path: string;
  readonly cache: string;
  readonly offline: boolean;
  readonly releases: string;
  readonly log: (text: string) => void;
}

/** Builds it where there is Go; offline, from what Go has in its own cache. */
export function builtByGo({ cache, path, log, offline }: ObtainOptions, tried: string[]): string | undefined {
  const env = { ...process.env, PATH: path };
  if (spawnSync('go', ['version'], { env }).status !== 0) {
    tried.push('go install: there is no Go on PATH');
    return undefined;
  }
  return inTemporaryFolder((folder) => {
    log(`building kubeconform ${KUBECONFORM_VERSION} with Go, once (about half a minute)`);
    const ran = spawnSync('go', ['install', `${MODULE}@${KUBECONFORM_VERSION}`], {
      encoding: 'utf8',
      env: { ...env, GOBIN: folder, GOFLAGS: '-mod=mod', ...(offline ? { GOPROXY: 'off' } : {}) },
    });
    const built = join(folder, 'kubeconform');
    if (ran.status === 0 && existsSync(built)) return intoCache(built, cache);
    tried.push(`go install: ${ran.stderr.trim().split('\n').at(-1) || 'it made nothing'}`);
    return undefined;
  });
}

/** Fetches it from the project's release page, and takes nothing but the archive whose digest is pinned here. */
export async function downloaded(
  { cache, log, offline, releases }: ObtainOptions,
  tried: string[],
): Promise<string | undefined> {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const expected = ARCHIVES[platform];
  if (offline) tried.push('release page: CDK8S_EKS_OFFLINE is set');
  else if (expected === undefined) tried.push(`release page: no archive is pinned for ${platform}`);
  if (offline || expected === undefined) return undefined;
  try {
    log(`fetching kubeconform ${KUBECONFORM_VERSION}`);
    const url = `${releases}/${KUBECONFORM_VERSION}/kubeconform-${platform}.tar.gz`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (sha256(bytes) !== expected) throw new Error('the archive does not have the pinned SHA-256');
    return inTemporaryFolder((folder) => intoCache(unpacked(bytes, folder), cache));
  } catch (error) {
    tried.push(`release page: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function unpacked(bytes: Buffer, folder: string): string {
  const archive = join(folder, 'archive.tar.gz');
  writeFileSync(archive, bytes);
  if (spawnSync('tar', ['-xzf', archive, '-C', folder, 'kubeconform']).status !== 0)
    throw new Error('tar could not open it');
  return join(folder, 'kubeconform');
}

function inTemporaryFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts it beside the note of its digest, in one step, so that another process sees all of it or nothing. */
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

export function digestOf(file: string): string {
  return sha256(readFileSync(file));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
