import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import type { BuildFailure, Message, OutputFile } from 'esbuild';
import { type Problem, ToolError } from '../model/errors';
import { byCodeUnit } from '../model/order';
import type { AppModule } from './app-modules';
import { bundleProblem } from './bundle-problem';
import type { Bundles } from './bundles';
import { KeptBundles } from './kept-bundles';
import { REGULAR_SOURCES, wrongConfiguration } from './source-files';
import { TEXT_EXTENSIONS } from './text-extensions';

/** Shared with the tool itself: one copy of each, whatever a tsconfig's `paths` says. */
const SHARED = ['cdk8s-eks', 'cdk8s-eks/*', 'cdk8s', 'constructs'];

/** `import()` would have Node read the bundler once more, for the names it exports. */
const loadBundler = (): typeof import('esbuild') => require('esbuild');

/**
 * Bundles app modules in memory; nothing is written into the project.
 * @param cache where bundles are kept for the next run. `@default` - nowhere
 * @throws ToolError APP_MODULE with every syntax error, missing import and `import.meta` of every app
 */
export async function bundleApps(root: string, modules: readonly AppModule[], cache?: string): Promise<Bundles> {
  if (modules.length === 0) return { bundles: [], sources: new Set(), packages: [] };
  const wrong = wrongConfiguration(root);
  if (wrong.length > 0) throw new ToolError('APP_MODULE', wrong);
  const keeper = cache === undefined ? undefined : new KeptBundles(root, modules, cache);
  const kept = keeper?.read();
  if (kept !== undefined) return kept;
  const started = Date.now();
  const { build } = loadBundler();
  try {
    const result = await build({
      absWorkingDir: root,
      entryPoints: modules.map((m) => m.path),
      outbase: '.',
      outdir: '.',
      bundle: true,
      write: false,
      metafile: true,
      packages: 'external',
      external: SHARED,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      loader: Object.fromEntries(TEXT_EXTENSIONS.map((extension) => [extension, 'text'])),
      logLevel: 'silent',
      plugins: [REGULAR_SOURCES],
    });
    requireNoMeta(result.warnings, root);
    const outputs = new Map<string, OutputFile>();
    for (const file of result.outputFiles) outputs.set(relative(root, file.path).replaceAll('\\', '/'), file);
    const bundles = modules.map((module) => {
      const output = outputs.get(module.path.replace(/\.ts$/, '.js'));
      if (output === undefined) throw new ToolError('DEFECT', [{ message: `${module.path} was bundled to nothing.` }]);
      const inputs = Object.keys(result.metafile.outputs[module.path.replace(/\.ts$/, '.js')]?.inputs ?? {});
      return { module, code: output.text, inputs };
    });
    const imports = Object.values(result.metafile.outputs).flatMap((output) => output.imports);
    const packages = imports.filter((one) => one.external === true && !isBuiltin(one.path)).map((one) => one.path);
    const made: Bundles = {
      bundles,
      sources: new Set(Object.keys(result.metafile.inputs).map((path) => join(root, path))),
      packages: [...new Set(packages)].sort(byCodeUnit),
    };
    keeper?.write(made, result.metafile.inputs, started);
    return made;
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw moduleError(error.errors.map((message) => bundleProblem(message, root)));
  }
}

/** An app is CommonJS when it runs: `import.meta.url` would be undefined, and be written so. */
function requireNoMeta(warnings: readonly Message[], root: string): void {
  const found = warnings.filter(({ id }) => id === 'empty-import-meta');
  if (found.length === 0) return;
  const message = 'import.meta is empty here: what an app renders must not depend on where its files lie.';
  const fix = "import a file as text (`import script from './script.sh'`), or take the value from environment.yaml.";
  throw moduleError(found.map((warning) => ({ ...bundleProblem(warning, root), message, fix })));
}

/** Problems of one file stay in their order. */
function moduleError(problems: Problem[]): ToolError {
  problems.sort((a, b) => byCodeUnit(a.place?.file ?? '', b.place?.file ?? ''));
  return new ToolError('APP_MODULE', problems);
}

export function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
