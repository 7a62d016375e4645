import { wrongFolderName } from '../../grammar/folder-name';
import { ARGOCD_APP, appFolder, bootstrapPath, FLUX_APP } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import { readCommittedValue } from '../../load/committed-file';
import { committedBootstrap, committedEntries, committedEnvironments } from '../../load/committed-paths';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';
import { formerApplications, selectedDelivery } from './selected-delivery';

/**
 * The paths of the output folder that a run may write and delete. Nothing outside is ever touched.
 * A path that ends in `/` stands for everything below it.
 */
export function writeScope(project: Project, rendered: RenderedEnvironment): readonly string[] {
  const { environment } = rendered;
  const { name } = environment;
  if (!project.partial) return [`${name}/`, bootstrapPath(name)];
  const folders = project.apps.apps.map(({ definition }) => `${appFolder(name, definition.name)}/`);
  const { out } = project.roots;
  const files = [ARGOCD_APP, FLUX_APP].flatMap((app) => committedEntries(out, appFolder(name, app)).files);
  const former = formerApplications({ ...project, selected: [environment] }, files, () => readCommittedValue(out));
  return [...folders, ...selectedDelivery(project, environment), ...former];
}

/**
 * What nobody renders any more, owned by a run of everything: environments that were removed from `environments/`, and
 * what else lies in the bootstrap folder. Its files go like any other stale file, once the deletion brake is satisfied.
 * @param head paths in Git's HEAD: what was deleted by hand is on the cluster still
 */
export function abandonedScope(project: Project, head: readonly string[]): readonly string[] {
  if (project.partial || project.selected.length < project.environments.length) return [];
  const { out } = project.roots;
  const known = new Set(project.environments.map((environment) => environment.name));
  const committed = [...new Set(head.map((path) => placeOf(path).environment))].filter(
    (name) => wrongFolderName(name) === undefined,
  );
  const environments = new Set([...committedEnvironments(out), ...committed]);
  const folders = [...environments].filter((name) => !known.has(name)).map((name) => `${name}/`);
  const ofKnown = new Set([...known].map((name) => bootstrapPath(name)));
  return [...folders, ...committedBootstrap(out).filter((path) => !ofKnown.has(path))];
}
