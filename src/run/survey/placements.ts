import { indexObjects } from '../../checks/engine/object-index';
import { paidBeside } from '../../checks/reads/paid-beside';
import { platformObjects } from '../../checks/reads/platform-objects';
import { readCommitted } from '../../load/committed';
import type { EksEnvironment } from '../../model/environment';
import { type EnvironmentCost, environmentCost } from '../../model/placement/environment-cost';
import { placementsOf } from '../../model/placement/place';
import type { Placement } from '../../model/placement/placement';
import { type PlacementChange, placementChanges } from '../../model/placement/placement-change';
import { worldOf } from '../../model/placement/world';
import type { RenderedObject } from '../../model/rendered-object';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';

/** Where the Pods of an environment run, and what that costs. */
export interface PlacementReport {
  readonly placements: readonly Placement[];
  /** Of the whole environment; absent where only some apps are rendered. */
  readonly cost?: EnvironmentCost;
}

/** Where the Pods of the apps that are rendered run; nothing on a plain cluster. @param today what support dates are compared with */
export function placementsNow(project: Project, rendered: RenderedEnvironment, today: string): PlacementReport {
  const { environment } = rendered;
  if (environment.platform !== 'eks') return { placements: [] };
  const objects = withContext(project, rendered, project.roots.out);
  const { index, world, placements } = placed(environment, objects);
  if (project.partial) return { placements: ofRendered(project, placements) };
  const cost = environmentCost(placements, world, paidBeside(environment, objects, index, today));
  return { placements, cost };
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
  return placementChanges(ofRendered(project, before.placements), ofRendered(project, after.placements));
}

function placed(environment: EksEnvironment, objects: readonly RenderedObject[]) {
  const index = indexObjects(objects, environment.external, platformObjects(environment, objects));
  const world = worldOf(environment, index, index.templates);
  return { index, world, placements: placementsOf(index.templates, world) };
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
  // What cannot be read is told where the changes and the checks read it.
  return readCommitted(folder, name).objects;
}

function ofRendered(project: Project, all: readonly Placement[]): readonly Placement[] {
  return project.partial ? all.filter(({ app }) => isRendered(project, app)) : all;
}

function isRendered({ apps }: Project, name: string): boolean {
  return apps.apps.some(({ definition }) => definition.name === name);
}
