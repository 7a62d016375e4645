import { KUBERNETES_VERSIONS as known } from '../../knowledge/kubernetes/versions';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { deepFreeze } from '../../model/json';

/**
 * The environments as if they ran another version of Kubernetes.
 * @param version `1.36`, or `next` for one minor version above each environment's own; absent for their own
 * @throws ToolError ARGUMENTS for a version without a schema, with those that have one
 */
export function asVersion(environments: readonly Environment[], version: string | undefined): readonly Environment[] {
  if (version === undefined) return environments;
  const problems = new Map<string, Problem>();
  const found = environments.map((environment) => {
    const own = environment.kubernetesVersion;
    const kubernetesVersion = version === 'next' ? oneAbove(own) : version;
    if (!known.includes(kubernetesVersion)) {
      const after = version === 'next' ? `, which comes after the ${own} of ${environment.name}` : '';
      const message = `there is no schema for Kubernetes "${kubernetesVersion}"${after}; known are ${known.join(', ')}.`;
      problems.set(message, { message, fix: 'give --kubernetes-version one of them, or `next`.' });
    }
    return { ...environment, kubernetesVersion };
  });
  if (problems.size > 0) throw new ToolError('ARGUMENTS', [...problems.values()]);
  return deepFreeze(found);
}

function oneAbove(version: string): string {
  const [major, minor] = version.split('.');
  return `${major}.${Number(minor) + 1}`;
}
