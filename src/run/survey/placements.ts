import { indexObjects } from '../../checks/engine/object-index';
import { platformObjects } from '../../checks/reads/platform-objects';
import { readCommitted } from '../../load/committed';
import { requireReadOutput } from '../../load/committed-file';
import type { EksEnvironment } from '../../model/environment';
import { placementsOf } from '../../model/placement/place';
import type { Placement } from '../../model/placement/placement';
import { type PlacementChange, placementChanges } from '../../model/placement/placement-change';
import type { RenderedObject } from '../../model/rendered-object';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';

/** Where the Pods of the apps that are rendered run; none on a plain cluster. */
export function placementsNow(project: Project, rendered: RenderedEnvironment): readonly Placement[] {
  const { environment } = rendered;
  if (environment.platform !== 'eks') return [];
  return ofRendered(project, placed(environment, withContext(project, rendered, project.roots.out)));
}

/**
 * What runs elsewhere than by a folder of committed output, with the settings of today: NodePools and workloads are those
 * of each side.
 */
export function placementsCompared(
  project: Project,
  rendered: RenderedEnvironment,
  folder: string,
): readonly PlacementChange[] {
  const { environment } = rendered;
  if (environment.platform !== 'eks') return [];
  const before = placed(environment, committedOf(environment, folder));
  const after = placed(environment, withContext(project, rendered, folder));
  return placementChanges(ofRendered(project, before), ofRendered(project, after));
}

function placed(environment: EksEnvironment, objects: readonly RenderedObject[]): readonly Placement[] {
  const index = indexObjects(objects, environment.external, platformObjects(environment));
  return placementsOf(environment, index, index.templates);
}

/** A run of some apps finds the NodePools of the others in the committed output. */
function withContext(
  project: Project,
  { environment, objects }: RenderedEnvironment,
  folder: string,
): readonly RenderedObject[] {
  if (!project.partial) return objects;
  const others = committedOf(environment, folder).filter((object) => !isRendered(project, object.app));
  return [...objects, ...others.filter(({ app }) => project.apps.names.includes(app))];
}

function committedOf({ name }: Pick<EksEnvironment, 'name'>, folder: string): readonly RenderedObject[] {
  const { objects, unread } = readCommitted(folder, name);
  requireReadOutput(unread);
  return objects;
}

function ofRendered(project: Project, all: readonly Placement[]): readonly Placement[] {
  return project.partial ? all.filter(({ app }) => isRendered(project, app)) : all;
}

function isRendered({ apps }: Project, name: string): boolean {
  return apps.apps.some(({ definition }) => definition.name === name);
}
