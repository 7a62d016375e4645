import { join } from 'node:path';
import type { AppDefinition, LoadedApp } from '../model/app';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { ReleaseReads } from '../model/release-reads';
import type { RenderedObject } from '../model/rendered-object';
import { findAppModules, selectAppModules } from './app-modules';
import { bundleApps } from './bundle-apps';
import type { Bundles } from './bundles';
import { functionPlaces } from './function-places';
import { compileAsFile, runModule } from './run-module';
import { sourcePlaces } from './source-places';

/** The modules of a project as code, before any of it runs. Plain data: a thread can be handed it. */
export interface BundledApps extends Bundles {
  /** Names of all apps of the project, also of those that were not loaded. */
  readonly names: readonly string[];
}

export interface LoadedApps extends BundledApps {
  readonly apps: readonly LoadedApp[];
  /** The line of the user's own code in a captured stack. */
  readonly placeOf: ReturnType<typeof sourcePlaces>;
  /** Where a function of an app is written. */
  readonly chartsPlace: ReturnType<typeof functionPlaces>;
  /** Whether a running file is the bundle of an app. */
  readonly isBundle: (file: string) => boolean;
  /** Set where the apps run in a process of their own: what that process made. */
  readonly renderApp?: (
    app: AppDefinition,
    environment: Environment,
    releaseReads?: ReleaseReads,
  ) => readonly RenderedObject[];
  /** Files of the project that they include there, by the name of the app. */
  readonly included?: readonly { readonly app: string; readonly file: string }[];
}

/**
 * Finds the modules under `apps/` and has them bundled, which the bundler does in a process of its own: time for other
 * work. `only` limits it to some apps, `cache` is where bundles are kept. What is wrong with them is thrown when the result is asked for.
 */
export async function startBundling(root: string, only: readonly string[], cache?: string) {
  const bundle = async (): Promise<BundledApps> => {
    const modules = findAppModules(root);
    const selected = selectAppModules(modules, only);
    return { ...(await bundleApps(root, selected, cache)), names: modules.map((m) => m.name) };
  };
  const bundled = bundle();
  bundled.catch(() => undefined);
  // The bundler has its orders before this thread gets busy.
  await new Promise((resolve) => setImmediate(resolve));
  return {
    /** @throws ToolError APP_MODULE with all problems of all modules */
    done: () => bundled,
  };
}

/**
 * Runs bundled modules in this thread.
 * @throws ToolError APP_MODULE with all problems of all modules
 */
export function loadApps(root: string, bundled: BundledApps): LoadedApps {
  const placeOf = sourcePlaces(root, bundled.sources);
  process.setSourceMapsEnabled(true);
  const apps: LoadedApp[] = [];
  const problems: Problem[] = [];
  for (const { module, code } of bundled.bundles) {
    const result = runModule(module, () => compileAsFile(root, module.path, code), placeOf);
    if ('app' in result) apps.push(result.app);
    else problems.push(...result.problems);
  }
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  const files = new Set(bundled.bundles.map(({ module }) => join(root, module.path)));
  const modules = bundled.bundles.map(({ module, code }) => ({ path: module.path, code }));
  const chartsPlace = functionPlaces(root, modules, placeOf);
  return { ...bundled, apps, placeOf, chartsPlace, isBundle: (file) => files.has(file) };
}
