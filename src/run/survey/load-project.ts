import { join } from 'node:path';
import { type BundledApps, type LoadedApps, loadApps, startBundling } from '../../load/apps';
import { loadSchemas } from '../../load/schemas';
import { loadEnvironments } from '../../load/settings/environments';
import { sourcePlaces } from '../../load/source-places';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import type { SchemaStore } from '../../model/schema';
import { didYouMean } from '../../model/suggest';
import { placeStrays } from '../threads/stray-errors';
import { asVersion } from './as-version';
import { type Project, selectEnvironments } from './project';
import type { Roots, Selection } from './run-options';
import { Stages } from './stages';

export interface LoadOptions {
  /** Runs the apps in a process that can reach neither files nor processes. */
  readonly sandbox?: boolean;
  /** Renders with cdk8s as it is. */
  readonly stock?: boolean;
  readonly stages?: Stages;
  /** Judges, and renders, as if the environments ran this version. `@default` - their own */
  readonly kubernetesVersion?: string | undefined;
  /** What stands in for settings that are about to be written, by path. */
  readonly texts?: ReadonlyMap<string, string> | undefined;
  /** Done while the apps are being bundled, which is another process's work. */
  readonly meanwhile?: () => Promise<unknown>;
}

/**
 * Reads everything a run needs, before anything is rendered: all environments, the selected apps,
 * and on demand the one schema version an environment needs.
 * @throws ToolError with all problems of the settings, or of the apps
 */
export async function loadProject(roots: Roots, selection: Selection, options: LoadOptions = {}): Promise<Project> {
  const { stages = new Stages(), meanwhile, stock = false } = options;
  const bundling = await stages.time('starting', () => startBundling(roots.project, selection.apps, roots.cache));
  const environments = stages.time('settings', () => loadEnvironments(roots.settings ?? roots.project, options.texts));
  const selected = asVersion(selectEnvironments(environments, selection), options.kubernetesVersion);
  await stages.time('loading', () => meanwhile?.());
  const bundled = await stages.time('bundling', () => bundling.done());
  const data = { roots, environments, selected, bundled, partial: selection.apps.length > 0, stock };
  if (options.sandbox !== true) return stages.time('modules', () => projectOf(data));
  const { loadSandboxed } = await import('../apart/render-apart.js');
  const schemasOf = schemaCache(roots);
  const apps = stages.time('sandbox', () =>
    loadSandboxed({ roots, bundled, environments: selected, all: environments, schemasOf, stock }),
  );
  return withApps(data, await apps);
}

/**
 * Renders twice and compares, where that was asked for.
 * @throws ToolError NONDETERMINISM, and what rendering throws
 */
export async function verifyWhereAsked(
  project: Project,
  options: { readonly verifyDeterminism?: boolean; readonly sandbox?: boolean },
): Promise<void> {
  if (options.verifyDeterminism !== true) return;
  const { verifyDeterminism } = await import('../apart/verify-determinism.js');
  await verifyDeterminism(project, options.sandbox === true);
}

/** What was read, as plain data: a thread can be handed it and make a project of it. */
export interface ProjectData extends Pick<Project, 'roots' | 'environments' | 'selected' | 'partial' | 'stock'> {
  readonly bundled: BundledApps;
}

/** What a thread needs to make the same project. */
export function dataOf({ roots, environments, selected, partial, stock, apps }: Project): ProjectData {
  const { bundles, sources, packages, names } = apps;
  return { roots, environments, selected, partial, stock, bundled: { bundles, sources, packages, names } };
}

/**
 * Runs the apps' modules in this thread.
 * @throws ToolError APP_MODULE with all problems of the apps
 */
export function projectOf(data: ProjectData): Project {
  placeStrays(sourcePlaces(data.roots.project, data.bundled.sources));
  return withApps(data, loadApps(data.roots.project, data.bundled));
}

function withApps({ bundled: _bundled, ...data }: ProjectData, apps: LoadedApps): Project {
  const { roots, environments } = data;
  const problems = apps.apps.flatMap(({ definition, modulePath }) =>
    declarationProblems(definition.owner, Object.entries(definition.skip ?? {}), modulePath, environments),
  );
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  return { ...data, apps, schemasOf: schemaCache(roots) };
}

/** An app may name only owners and environments that exist, and a skip needs its reason. */
function declarationProblems(
  owner: string,
  skips: readonly [string, string][],
  modulePath: string,
  environments: readonly Environment[],
): Problem[] {
  const place = { file: modulePath, line: 1, column: 1 };
  const problems: Problem[] = [];
  const owners = [...new Set(environments.flatMap((e) => Object.keys(e.owners)))];
  if (!owners.includes(owner)) {
    problems.push({
      place,
      message: `owner "${owner}" is not declared.${didYouMean(owner, owners)}`,
      fix: `declare it under \`owners\` in environments/defaults.yaml, or use one of: ${owners.join(', ')}.`,
    });
  }
  const names = environments.map((e) => e.name);
  for (const [name, reason] of skips) {
    if (!names.includes(name)) {
      const message = `skip names the environment "${name}", which does not exist.${didYouMean(name, names)}`;
      problems.push({ place, message, fix: `use one of: ${names.join(', ')}.` });
    } else if (typeof reason !== 'string' || reason.trim() === '') {
      problems.push({
        place,
        message: `skip.${name} gives no reason.`,
        fix: 'say in a sentence why the app is left out there.',
      });
    }
  }
  return problems;
}

function schemaCache(roots: Roots): (environment: Environment) => SchemaStore {
  const stores = new Map<string, SchemaStore>();
  return ({ kubernetesVersion }) => {
    const known = stores.get(kubernetesVersion);
    if (known !== undefined) return known;
    const store = loadSchemas(join(roots.package, 'imports', 'schemas'), kubernetesVersion);
    stores.set(kubernetesVersion, store);
    return store;
  };
}
