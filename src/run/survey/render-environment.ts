import { bootstrapFile } from '../../gitops/bootstrap';
import { deliveryObjects } from '../../gitops/delivery-objects';
import { folderSizeProblems } from '../../gitops/folder-size';
import { writtenByControllers } from '../../gitops/ignored-fields';
import { nameCollisions } from '../../gitops/names';
import { withSyncAnnotations } from '../../gitops/sync-annotations';
import { requireAppsOfWindows } from '../../gitops/sync-windows';
import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { isSteeringApp, objectPath } from '../../knowledge/argocd/output-paths';
import { committedDefinitions } from '../../load/committed';
import { requireReadOutput } from '../../load/committed-file';
import { includedDocuments, readIncluded } from '../../load/included';
import { readRemote } from '../../load/remote';
import type { LoadedApp } from '../../model/app';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { isToolError, type Problem, ToolError } from '../../model/errors';
import { type FileSpec, headerLine } from '../../model/file-spec';
import { hideInError } from '../../model/hide-secrets';
import { byCodeUnit } from '../../model/order';
import type { ReleaseReads } from '../../model/release-reads';
import type { RenderedObject } from '../../model/rendered-object';
import { SecretValues } from '../../model/secret-values';
import type { SourcePlace } from '../../model/source-place';
import { inBroughtScopes } from '../../render/brought-scopes';
import { layout } from '../../render/layout';
import { renderApp } from '../../render/render-app';
import { stringifyYaml } from '../../render/yaml/stringify';
import { recordStray, rememberSecrets } from '../threads/stray-errors';
import { needsOfApps } from './app-needs';
import { type Delivered, generatedOf, othersOf } from './generated-applications';
import type { Project } from './project';
import { selectedDelivery } from './selected-delivery';

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
  /** Of custom kinds, by apps that this run does not render. */
  readonly definitions: readonly RenderedObject[];
  /** What the apps asked of the environment's release and values. */
  readonly releaseReads: readonly string[];
  /** Files of the project that the apps include while they render. */
  readonly included: readonly IncludedBy[];
}

/** A file that an app includes, relative to the project. */
export interface IncludedBy {
  readonly app: string;
  readonly file: string;
}

/** Called before each app is rendered. */
export type Tick = (environment: string, app: string) => void;

/**
 * Apps → objects → objects with their Argo CD annotations → files in memory, for one environment; or the problems of
 * all its apps.
 * @throws ToolError COLLISION, SETTINGS, APP_RENDER for what no file can hold, or OUTPUT
 */
export function renderEnvironment(
  project: Project,
  environment: Environment,
  tick: Tick,
): RenderedEnvironment | { readonly problems: readonly Problem[] } {
  const rendered = renderApps(project, environment, tick);
  if (rendered.problems.length > 0) return { problems: rendered.problems };
  const definitions = project.partial ? othersDefinitions(project, environment) : [];
  return withFiles({ ...rendered, definitions, objects: inBroughtScopes(rendered.objects, definitions) }, project);
}

export function deliveryOf({ objects }: RenderedEnvironment): readonly Delivered[] {
  return objects
    .filter((object) => isSteeringApp(object.app))
    .flatMap((object) => [object, ...generatedOf(object)])
    .map(({ kind, name, environment }) => ({ kind, name, environment }));
}

/** @throws ToolError COLLISION when one Argo CD would take objects of two environments for the same */
export function requireOwnNames(project: Project, delivered: readonly Delivered[]): void {
  const collisions = nameCollisions(project.environments, delivered);
  if (collisions.length > 0) throw new ToolError('COLLISION', collisions);
}

interface RenderedApps extends RenderedEnvironment {
  readonly problems: readonly Problem[];
}

/** The objects of the apps alone, before files are made of them; the problems of all apps with them. */
export function renderApps(project: Project, environment: Environment, tick: Tick): RenderedApps {
  const { placeOf, chartsPlace, isBundle } = project.apps;
  const { scopes } = project.schemasOf(environment);
  const problems: Problem[] = [];
  const objects: RenderedObject[] = [];
  const apps: LoadedApp[] = [];
  const skipped: SkippedApp[] = [];
  const releaseReads: ReleaseReads = new Set();
  const included: IncludedBy[] = [];
  for (const app of project.apps.apps) {
    tick(environment.name, app.definition.name);
    const reason = app.definition.skip?.[environment.name];
    if (reason !== undefined) {
      skipped.push({ app: app.definition.name, reason });
      continue;
    }
    const includedOf = (url: string) => {
      const found = readIncluded(project.roots.project, app.modulePath, url);
      if (found !== undefined && 'file' in found) included.push({ app: app.definition.name, file: found.file });
      return includedDocuments(found ?? readRemote(url));
    };
    try {
      const made =
        project.apps.renderApp?.(app.definition, environment, releaseReads) ??
        renderApp(app.definition, environment, {
          scopes,
          placeOf,
          chartsPlace,
          isBundle,
          releaseReads,
          includedOf,
          stock: project.stock,
          environments: project.environments,
          onLate: recordStray,
        });
      if (made.length > 0) apps.push(app);
      else
        problems.push(
          rendersNothing(
            app,
            environment,
            chartsPlace(app.definition.charts) ?? { file: app.modulePath, line: 1, column: 1 },
          ),
        );
      rememberSecrets(made);
      for (const object of withSyncAnnotations(made, environment)) objects.push(object);
    } catch (error) {
      if (!isToolError(error) || error.code === 'DEFECT') throw error;
      problems.push(...error.problems);
    }
  }
  const reads = { releaseReads: [...releaseReads], included };
  return { environment, apps, skipped, objects, files: [], definitions: [], ...reads, problems };
}

/** The definitions of custom kinds that apps bring which this run does not render. */
function othersDefinitions({ apps, roots }: Project, { name }: Environment): readonly RenderedObject[] {
  const rendered = new Set(apps.apps.map(({ definition }) => definition.name));
  const isOther = (app: string) => apps.names.includes(app) && !rendered.has(app);
  const { objects, unread } = committedDefinitions(roots.out, name, isOther);
  requireReadOutput(unread);
  return objects;
}

/** An app that leaves out an environment says so; nothing at all is a mistake, and would delete what was there before. */
function rendersNothing({ definition }: LoadedApp, environment: Environment, place: SourcePlace): Problem {
  return {
    path: `${environment.name} › ${definition.name}`,
    message: 'the app renders nothing here, and no `skip` says why.',
    fix: `make an object in \`charts\`, or leave the environment out: skip: { ${environment.name}: '<the reason>' }.`,
    place,
  };
}

/** Adds what Argo CD reads, and lays everything out as files. */
function withFiles({ problems: _none, ...rendered }: RenderedApps, project: Project): RenderedEnvironment {
  const { environment, apps } = rendered;
  const namespaces = firstNamespaces(rendered.objects);
  const byApp = objectsByApp(rendered.objects);
  const needs = needsOfApps(project, rendered);
  const owned = apps.map(({ definition: { name, owner, gitops } }) => {
    const namespace = namespaces.get(name);
    const own = byApp.get(name) ?? [];
    const ignored = [...(gitops?.ignoreDifferences ?? []), ...writtenByControllers(own)];
    const more = defined({ namespace, applications: applicationsIn(own), needs: needs.get(name) });
    return { name, owner, ignored, objects: own, ...more };
  });
  requireAppsOfWindows(environment, project.apps.names);
  const selected = new Set(selectedDelivery(project, environment));
  const delivery = deliveryObjects(environment, owned, othersOf(project, environment)).filter(
    (object) => !project.partial || selected.has(objectPath(environment.name, object.app, object)),
  );
  const objects = [...rendered.objects, ...delivery];
  const modules = new Map(apps.map((app) => [app.definition.name, app.modulePath]));
  const settings = `environments/${environment.name}/environment.yaml`;
  const files = [...withoutSecrets(objects, () => layout(objects, (app) => modules.get(app) ?? settings))];
  const tooLarge = folderSizeProblems(environment, files);
  if (tooLarge.length > 0) throw new ToolError('OUTPUT', tooLarge);
  const bootstrap = project.partial ? undefined : bootstrapFile(environment);
  if (bootstrap !== undefined) {
    const content = headerLine(settings) + bootstrap.values.map(stringifyYaml).join('---\n');
    files.push({ path: bootstrap.path, content });
  }
  return { ...rendered, objects, files };
}

/** How much of an app lies where Argo CD does. */
function applicationsIn(objects: readonly RenderedObject[]): 'all' | 'some' | undefined {
  const count = objects.filter(({ group, kind }) => group === ARGOCD_GROUP && kind === 'Application').length;
  if (count === 0) return undefined;
  return count === objects.length ? 'all' : 'some';
}

/** @throws ToolError as the work does, without a value of a Secret */
function withoutSecrets<T>(objects: readonly RenderedObject[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isToolError(error) ? hideInError(error, SecretValues.ofObjects(objects)) : error;
  }
}

function objectsByApp(objects: readonly RenderedObject[]): ReadonlyMap<string, readonly RenderedObject[]> {
  const found = new Map<string, RenderedObject[]>();
  for (const object of objects) {
    const list = found.get(object.app);
    if (list === undefined) found.set(object.app, [object]);
    else list.push(object);
  }
  return found;
}

/** The first namespace of each app, by code unit. */
function firstNamespaces(objects: readonly RenderedObject[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { app, namespace } of objects) {
    if (namespace === undefined) continue;
    const first = found.get(app);
    if (first === undefined || byCodeUnit(namespace, first) < 0) found.set(app, namespace);
  }
  return found;
}
