import { join } from 'node:path';
import { loadSchemas } from '../../load/schemas';
import { loadEnvironments } from '../../load/settings/environments';
import type { AppDefinition } from '../../model/app';
import type { Environment } from '../../model/environment';
import type { RenderedObject } from '../../model/rendered-object';
import { inBroughtScopes } from '../../render/brought-scopes';
import { renderApp } from '../../render/render-app';
import { loadEnvironment } from './one-environment';
import { PACKAGE_FOLDER } from './roots-of';

/** The project's environments by name, for tests. */
export function loadTestEnvironments(root: string = process.cwd()): Readonly<Record<string, Environment>> {
  return Object.fromEntries(loadEnvironments(root).map((environment) => [environment.name, environment]));
}

/**
 * What an app renders in one environment of the project, as plain objects.
 * @throws ToolError when the environment does not exist, or as synth does
 */
export function renderForTest(
  app: AppDefinition,
  environment: Environment | string,
  root: string = process.cwd(),
): readonly RenderedObject[] {
  const isGiven = typeof environment === 'object';
  const found = isGiven ? environment : loadEnvironment(environment, root);
  const environments = isGiven ? [found] : loadEnvironments(root);
  const schemas = loadSchemas(join(PACKAGE_FOLDER, 'imports', 'schemas'), found.kubernetesVersion);
  return inBroughtScopes(renderApp(app, found, { scopes: schemas.scopes, environments }));
}
