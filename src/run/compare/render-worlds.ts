import type { LoadedApp } from '../../model/app';
import { type World, worldOf } from '../../model/comparison/world';
import type { Environment } from '../../model/environment';
import { isToolError, type Problem } from '../../model/errors';
import type { RenderedObject } from '../../model/rendered-object';
import { inBroughtScopes } from '../../render/brought-scopes';
import type { Project } from '../survey/project';
import { renderApps } from '../survey/render-environment';

/** What became of an app in an environment of parts. */
export type RenderedWorld =
  | { readonly world: World; readonly objects: readonly RenderedObject[] }
  | { readonly skipped: string }
  | { readonly problems: readonly Problem[] };

/** Definitions of custom kinds that apps bring, by which objects of other apps are read. */
export type Definitions = readonly RenderedObject[];

/** Renders one app in an environment that need not be one of the project's; the other environments are as they are. */
export function renderWorld(
  project: Project,
  app: LoadedApp,
  environment: Environment,
  definitions: Definitions = [],
): RenderedWorld {
  const environments = project.environments.map((one) => (one.name === environment.name ? environment : one));
  const alone: Project = { ...project, environments, apps: { ...project.apps, apps: [app] } };
  try {
    const { problems, skipped, objects } = renderApps(alone, environment, () => undefined);
    const [left] = skipped;
    if (left !== undefined) return { skipped: left.reason };
    if (problems.length > 0) return { problems };
    const placed = inBroughtScopes(objects, definitions);
    return { world: worldOf(placed), objects: placed };
  } catch (error) {
    if (!isToolError(error) || error.code === 'DEFECT') throw error;
    return { problems: error.problems };
  }
}

/** The custom kinds that the apps of a project bring to an environment. */
export function definitionsIn(project: Project, environment: Environment): Definitions {
  const { objects } = renderApps(project, environment, () => undefined);
  return objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
}
