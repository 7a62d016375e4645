import { join, resolve } from 'node:path';
import { loadSchemas } from '../../load/schemas';
import { loadEnvironments } from '../../load/settings/environments';
import type { AppDefinition } from '../../model/app';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { RenderedObject } from '../../model/rendered-object';
import { didYouMean } from '../../model/suggest';
import { inBroughtScopes } from '../../render/brought-scopes';
import { renderApp } from '../../render/render-app';

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
  const found = typeof environment === 'string' ? loadTestEnvironments(root)[environment] : environment;
  if (found === undefined) {
    const hint = didYouMean(String(environment), Object.keys(loadTestEnvironments(root)));
    throw new ToolError('ARGUMENTS', [{ message: `there is no environment "${String(environment)}".${hint}` }]);
  }
  const schemas = loadSchemas(join(packageRoot(), 'imports', 'schemas'), found.kubernetesVersion);
  return inBroughtScopes(renderApp(app, found, { scopes: schemas.scopes }));
}

/** Below `lib/src/doors` when installed, below `src/run/survey` in a checkout: as deep in both. */
function packageRoot(): string {
  return resolve(__dirname, '..', '..', '..');
}
