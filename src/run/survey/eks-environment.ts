import type { EksEnvironment, Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import { selectEnvironments } from './project';

/** @throws ToolError ARGUMENTS where there is no such environment, or it is not on EKS */
export function eksEnvironment(environments: readonly Environment[], name: string): EksEnvironment {
  const [environment] = selectEnvironments(environments, { environments: [name], tiers: [], apps: [] });
  if (environment?.platform === 'eks') return environment;
  const message = `${name} is a plain Kubernetes cluster; facts are read from Amazon EKS.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'name an environment with platform: eks.' }]);
}
