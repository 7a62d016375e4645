import { defaultFindOptions, findKubeconform, PROBING } from '../../referee/find-kubeconform';

/** Path of the pinned kubeconform. @throws ToolError REFEREE */
export function kubeconformPath(env: NodeJS.ProcessEnv): Promise<string> {
  return findKubeconform(defaultFindOptions(env, (text) => void process.stderr.write(`${text}\n`)));
}

/** Whether this process is only asked for its version by another search for kubeconform. */
export function isProbed(env: NodeJS.ProcessEnv): boolean {
  return env[PROBING] !== undefined;
}
