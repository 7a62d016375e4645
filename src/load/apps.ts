import { Module } from 'node:module';
import { join } from 'node:path';
import { isAppDefinition, type LoadedApp } from '../model/app';
import { type Problem, ToolError } from '../model/errors';
import { findAppModules, selectAppModules } from './app-modules';
import { type AppBundle, type Bundles, bundleApps, folderOf } from './bundle-apps';
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
  /** Whether a running file is the bundle of an app. */
  readonly isBundle: (file: string) => boolean;
}

/**
 * Finds and bundles the modules under `apps/`; `only` limits it to some apps.
 * @throws ToolError APP_MODULE with all problems of all modules
 */
export async function bundleProject(root: string, only: readonly string[]): Promise<BundledApps> {
  const modules = findAppModules(root);
  const bundled = await bundleApps(root, selectAppModules(modules, only));
  return { ...bundled, names: modules.map((m) => m.name) };
}

/**
 * Has the apps bundled, which the bundler does in a process of its own: time for other work.
 * What is wrong with them is thrown when the result is asked for.
 */
export async function startBundling(root: string, only: readonly string[]) {
  const bundled = bundleProject(root, only);
  bundled.catch(() => undefined);
  // The bundler has its orders before this thread gets busy.
  await new Promise((resolve) => setImmediate(resolve));
  return { done: () => bundled };
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
  for (const bundle of bundled.bundles) {
    const result = runModule(root, bundle, placeOf);
    if ('app' in result) apps.push(result.app);
    else problems.push(result.problem);
  }
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  const files = new Set(bundled.bundles.map(({ module }) => join(root, module.path)));
  return { ...bundled, apps, placeOf, isBundle: (file) => files.has(file) };
}

type RunResult = { readonly app: LoadedApp } | { readonly problem: Problem };

/** Node forgets the source map of a module that nothing refers to, and places are asked for long after it ran. */
const compiled = new Map<string, Module>();

/** Compiles a bundle under the app's own file name, so that `require` and stack traces work as if it were that file. */
function runModule(root: string, bundle: AppBundle, placeOf: LoadedApps['placeOf']): RunResult {
  const { name, path } = bundle.module;
  const filename = join(root, path);
  const module = new Module(filename) as Module & { _compile(code: string, filename: string): void };
  module.filename = filename;
  module.paths = (Module as unknown as { _nodeModulePaths(from: string): string[] })._nodeModulePaths(
    folderOf(root, bundle.module),
  );
  compiled.set(filename, module);
  try {
    module._compile(bundle.code, filename);
  } catch (error) {
    const place = placeOf(error instanceof Error ? error : {}) ?? { file: path, line: 1, column: 1 };
    const text = error instanceof Error ? firstLine(error.message) : String(error);
    return { problem: { message: `the module threw while it was loaded: ${text}`, place } };
  }
  const place = { file: path, line: 1, column: 1 };
  const exported = (module.exports as { default?: unknown }).default;
  if (!isAppDefinition(exported)) {
    const message = 'the module does not export an app by default.';
    return {
      problem: {
        message,
        place,
        fix: 'write `export default defineApp({ name, owner, charts(scope, environment) { … } })`.',
      },
    };
  }
  if (exported.name !== name) {
    const message = `the app is called "${exported.name}", but its module says "${name}".`;
    return {
      problem: { message, place, fix: `set name: '${name}', or rename the module: the two are always the same.` },
    };
  }
  return { app: { definition: exported, modulePath: path } };
}

/** Node adds the require stack to "Cannot find module"; the first line says it. */
function firstLine(text: string): string {
  return text.split('\n')[0] as string;
}
