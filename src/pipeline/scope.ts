import { committedEnvironments } from '../load/committed-paths';
import { ARGOCD } from './argocd';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environments';

/**
 * The paths of the output folder that a run may write and delete. Nothing outside is ever touched.
 * A path that ends in `/` stands for everything below it.
 */
export function writeScope(project: Project, rendered: RenderedEnvironment): readonly string[] {
  const name = rendered.environment.name;
  if (!project.partial) return [`${name}/`, `_bootstrap/${name}.yaml`];
  const id = rendered.environment.gitops?.id;
  return project.apps.apps.flatMap(({ definition }) => [
    `${name}/${definition.name}/`,
    `${name}/${ARGOCD}/application.argoproj.io_${id === undefined ? '' : `${id}-`}${name}-${definition.name}.yaml`,
  ]);
}

/**
 * Output of environments that were removed from `environments/`, owned by a run of everything: its files go like any
 * other stale file, once the deletion brake is satisfied.
 */
export function abandonedScope(project: Project): readonly string[] {
  if (project.partial || project.selected.length < project.environments.length) return [];
  const known = new Set(project.environments.map((environment) => environment.name));
  return committedEnvironments(project.roots.out)
    .filter((name) => !known.has(name))
    .flatMap((name) => [`${name}/`, `_bootstrap/${name}.yaml`]);
}
