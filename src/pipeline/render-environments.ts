import { argocdObjects } from '../gitops/argocd-objects';
import { bootstrapFile } from '../gitops/bootstrap';
import { nameCollisions } from '../gitops/names';
import { withSyncAnnotations } from '../gitops/sync-annotations';
import type { LoadedApp } from '../model/app';
import type { Environment } from '../model/environment';
import { isToolError, type Problem, ToolError } from '../model/errors';
import { type FileSpec, headerLine } from '../model/file-spec';
import { byCodeUnit } from '../model/order';
import type { RenderedObject } from '../model/rendered-object';
import { layout } from '../render/layout';
import { renderApp } from '../render/render-app';
import { stringifyYaml } from '../render/yaml/stringify';
import type { Project } from './project';

/** What Argo CD reads; the objects in it belong to no app. */
export const ARGOCD = '_argocd';

export interface SkippedApp {
  readonly app: string;
  readonly reason: string;
}

export interface RenderedEnvironment {
  readonly environment: Environment;
  /** Apps that rendered at least one object here. */
  readonly apps: readonly LoadedApp[];
  readonly skipped: readonly SkippedApp[];
  /** All objects that are written, those of Argo CD included. */
  readonly objects: readonly RenderedObject[];
  readonly files: readonly FileSpec[];
}

export interface RenderProgress {
  readonly environment: string;
  readonly app: string;
  readonly done: number;
  readonly total: number;
}

/**
 * Apps × environments → objects → objects with their Argo CD annotations → files in memory.
 * @throws ToolError APP_RENDER with the problems of all apps in all environments, or COLLISION
 */
export function renderEnvironments(
  project: Project,
  onProgress: (progress: RenderProgress) => void = () => undefined,
): readonly RenderedEnvironment[] {
  const problems: Problem[] = [];
  const rendered: RenderedEnvironment[] = [];
  const { placeOf, isBundle } = project.apps;
  const total = project.selected.length * project.apps.apps.length;
  let done = 0;
  for (const environment of project.selected) {
    const { scopes } = project.schemasOf(environment);
    const objects: RenderedObject[] = [];
    const apps: LoadedApp[] = [];
    const skipped: SkippedApp[] = [];
    for (const app of project.apps.apps) {
      done += 1;
      onProgress({ environment: environment.name, app: app.definition.name, done, total });
      const reason = app.definition.skip?.[environment.name];
      if (reason !== undefined) {
        skipped.push({ app: app.definition.name, reason });
        continue;
      }
      try {
        const made = renderApp(app.definition, environment, { scopes, placeOf, isBundle });
        if (made.length > 0) apps.push(app);
        objects.push(...withSyncAnnotations(made, environment));
      } catch (error) {
        if (!isToolError(error) || error.code === 'DEFECT') throw error;
        problems.push(...error.problems);
      }
    }
    rendered.push({ environment, apps, skipped, objects, files: [] });
  }
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  const complete = rendered.map((one) => withFiles(one, project));
  const delivery = complete.flatMap(({ objects }) => objects.filter((object) => object.app === ARGOCD));
  const collisions = nameCollisions(project.environments, delivery);
  if (collisions.length > 0) throw new ToolError('COLLISION', collisions);
  return complete;
}

/** Adds what Argo CD reads, and lays everything out as files. */
function withFiles(rendered: RenderedEnvironment, project: Project): RenderedEnvironment {
  const { environment, apps } = rendered;
  const owned = apps.map(({ definition: { name, owner } }) => {
    const namespace = firstNamespace(rendered.objects, name);
    return { name, owner, ...(namespace === undefined ? {} : { namespace }) };
  });
  const delivery = argocdObjects(environment, owned).filter(
    // A run of some apps writes their Applications and leaves the projects to a full run.
    (object) => !project.partial || object.kind === 'Application',
  );
  const objects = [...rendered.objects, ...delivery];
  const modules = new Map(apps.map((app) => [app.definition.name, app.modulePath]));
  const settings = `environments/${environment.name}/environment.yaml`;
  const files = [...layout(objects, (app) => modules.get(app) ?? settings)];
  const bootstrap = project.partial ? undefined : bootstrapFile(environment);
  if (bootstrap !== undefined) {
    const content = headerLine(settings) + bootstrap.values.map(stringifyYaml).join('---\n');
    files.push({ path: bootstrap.path, content });
  }
  return { ...rendered, objects, files };
}

function firstNamespace(objects: readonly RenderedObject[], app: string): string | undefined {
  const names = objects.flatMap((object) =>
    object.app === app && object.namespace !== undefined ? [object.namespace] : [],
  );
  return names.sort(byCodeUnit)[0];
}
