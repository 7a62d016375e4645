import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../model/cache-folder';
import { ToolError } from '../model/errors';
import { builtByGo, digestOf, downloaded, KUBECONFORM_VERSION, RELEASES } from './obtain-kubeconform';

export interface FindOptions {
  /** `PATH`, and where caches go; values of the process, so that a test can give others. */
  readonly path: string;
  readonly cache: string;
  /** Nothing is fetched (`CDK8S_EKS_OFFLINE`). */
  readonly offline: boolean;
  /** Where the project keeps its releases. */
  readonly releases: string;
  readonly log: (text: string) => void;
}

export function defaultFindOptions(env: NodeJS.ProcessEnv, log: (text: string) => void): FindOptions {
  return {
    path: env['PATH'] ?? '',
    cache: join(cacheFolder(env, homedir()), 'kubeconform', KUBECONFORM_VERSION),
    offline: env['CDK8S_EKS_OFFLINE'] !== undefined,
    releases: RELEASES,
    log,
  };
}

/** One way to have it: its path, or undefined with the reason added to `tried`. */
type Source = (options: FindOptions, tried: string[]) => Promise<string | undefined> | string | undefined;

/**
 * The pinned kubeconform: on PATH if it says so, in the cache, built by Go, or from the project's release page.
 * @throws ToolError REFEREE saying everything that was tried
 */
export async function findKubeconform(options: FindOptions): Promise<string> {
  const tried: string[] = [];
  const sources: readonly Source[] = [onPath, inCache, builtByGo, downloaded];
  for (const source of sources) {
    const found = await source(options, tried);
    if (found !== undefined) return found;
  }
  const message = `kubeconform ${KUBECONFORM_VERSION} cannot be had here:\n${tried.map((line) => `  - ${line}`).join('\n')}`;
  throw new ToolError('REFEREE', [{ message, fix: `install Go, or put kubeconform ${KUBECONFORM_VERSION} on PATH.` }]);
}

/** Every kubeconform on PATH is asked for its version. */
const onPath: Source = ({ path }, tried) => {
  const reported: string[] = [];
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    const binary = join(folder, 'kubeconform');
    if (!existsSync(binary)) continue;
    const ran = spawnSync(binary, ['-v'], { encoding: 'utf8', env: { PATH: path }, timeout: 10_000 });
    const version = ran.error === undefined ? ran.stdout.trim() : '';
    if (version === KUBECONFORM_VERSION) return binary;
    if (version !== '') reported.push(`${binary} reports "${version}"`);
  }
  tried.push(`PATH: ${reported.join(', ') || 'there is none'}`);
  return undefined;
};

/** A built kubeconform says "development", so the cache keeps its digest in a note beside it. */
const inCache: Source = ({ cache }, tried) => {
  const binary = join(cache, 'kubeconform');
  const note = join(cache, 'kubeconform.sha256');
  if (!existsSync(binary) || !existsSync(note)) tried.push(`cache: ${cache} has none`);
  else if (readFileSync(note, 'utf8').trim() === digestOf(binary)) return binary;
  else tried.push(`cache: ${binary} is not what was put there`);
  return undefined;
};
