import { defaultFindOptions, findKubeconform } from '../referee/find-kubeconform';

/** Path of the pinned kubeconform. @throws ToolError REFEREE */
export function kubeconformPath(env: NodeJS.ProcessEnv): Promise<string> {
  return findKubeconform(defaultFindOptions(env, (text) => void process.stderr.write(`${text}\n`)));
}
