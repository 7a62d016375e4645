import { loadEnvironments } from '../../load/settings/environments';
import { readGivenSettings } from '../../load/settings/given-settings';
import type { Environment } from '../../model/environment';
import type { EnvironmentSettings } from '../../model/environment-settings';
import { ToolError } from '../../model/errors';
import { unknownEnvironment } from './project';

/**
 * One environment of a project, from `environments/<name>/` with its parents, release and facts. Frozen.
 * @param root the project. `@default` the current folder
 * @throws ToolError when it does not exist, or with all that is wrong with the settings of the project
 * @example
 * import { loadEnvironment } from 'cdk8s-eks/environments';
 * export const domain = () => loadEnvironment('prod').domain;
 */
export function loadEnvironment(name: string, root: string = process.cwd()): Environment {
  const all = loadEnvironments(root);
  const found = all.find((environment) => environment.name === name);
  if (found !== undefined) return found;
  const names = all.map((environment) => environment.name);
  throw new ToolError('ARGUMENTS', [unknownEnvironment(String(name), names)]);
}

/**
 * An environment from settings in the code, for a cdk8s App or a test without a folder `environments/`: judged and
 * completed as `environment.yaml` is. Frozen.
 * @param name as a folder below `environments/` would be called
 * @throws ToolError with all that is wrong with the settings
 */
export function environmentFrom(settings: EnvironmentSettings, name = 'test'): Environment {
  return readGivenSettings(settings, name);
}
