import { Module } from 'node:module';
import { dirname, join } from 'node:path';
import { isAppDefinition, type LoadedApp } from '../model/app';
import { replacedBuiltIns, watchBuiltIns } from '../model/built-ins';
import { isToolError, type Problem } from '../model/errors';
import type { SourcePlace } from '../model/source-place';
import { messageOf, traceOf } from '../model/thrown';
import { appGitopsProblems } from './app-gitops';
import type { AppModule } from './app-modules';
import { missingPackage } from './missing-package';

export type RunResult =
  | { readonly app: LoadedApp }
  | { readonly problems: readonly Problem[]; readonly cause?: unknown };

/**
 * Runs a module and takes the app it exports by default.
 * @param compile runs the module's code and returns its exports
 */
export function runModule(
  module: AppModule,
  compile: () => unknown,
  placeOf: (trace: { readonly stack?: string }) => SourcePlace | undefined,
): RunResult {
  const { name, path } = module;
  const place = { file: path, line: 1, column: 1 };
  let exports: unknown;
  const restore = watchBuiltIns();
  let thrown: { readonly error: unknown } | undefined;
  try {
    exports = compile();
  } catch (error) {
    thrown = { error };
  }
  const replaced = restore();
  // It is why the module throws, where it does.
  if (replaced.names.length > 0) return { problems: [{ ...replacedBuiltIns(replaced), place }] };
  if (thrown !== undefined) {
    const { error } = thrown;
    const at = { place: placeOf(traceOf(error)) ?? place };
    if (isToolError(error)) return { problems: error.problems.map((problem) => ({ ...at, ...problem })), cause: error };
    const message = `the module threw while it was loaded: ${firstLine(messageOf(error))}`;
    return { problems: [{ ...(missingPackage(error) ?? { message }), ...at }], cause: error };
  }
  const exported =
    typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : undefined;
  if (!isAppDefinition(exported)) {
    const message = 'the module does not export an app by default.';
    const fix = 'write `export default defineApp({ name, owner, charts(scope, environment) { … } })`.';
    return { problems: [{ message, place, fix }] };
  }
  if (exported.name !== name) {
    const message = `the app is called "${exported.name}", but its module says "${name}".`;
    const fix = `set name: '${name}', or rename the module: the two are always the same.`;
    return { problems: [{ message, place, fix }] };
  }
  const problems = appGitopsProblems(exported.gitops, place);
  return problems.length === 0 ? { app: { definition: exported, modulePath: path } } : { problems };
}

interface CompiledModule extends Module {
  _compile(code: string, filename: string): void;
}

/** With what `require` itself uses to find and compile a file, which Node's types leave out. */
const NodeModule = Module as {
  new (id: string): CompiledModule;
  _nodeModulePaths(from: string): string[];
} & typeof Module;

/** Node forgets the source map of a module that nothing refers to, and stacks become text long after it ran. */
const compiled = new Map<string, Module>();

/**
 * Compiles code under a file's own name, so that `require` and stack traces work as if it were that file.
 * @param toldRoot where `__dirname` and `__filename` say that the project is. `@default` root
 */
export function compileAsFile(root: string, path: string, code: string, toldRoot = root): unknown {
  const filename = join(root, path);
  const module = new NodeModule(filename);
  module.filename = filename;
  module.paths = NodeModule._nodeModulePaths(dirname(filename));
  compiled.set(filename, module);
  module._compile(toldRoot === root ? code : placedAt(join(toldRoot, path), code), filename);
  return module.exports;
}

/** The bundler's first line holds no code of the user, so no place in a stack moves. */
function placedAt(filename: string, code: string): string {
  const told = `__filename = ${JSON.stringify(filename)}; __dirname = ${JSON.stringify(dirname(filename))};`;
  return code.replace(/^("use strict";)?/, (directive) => directive + told);
}

/** Node adds the require stack to "Cannot find module"; the first line says it. */
function firstLine(text: string): string {
  return text.replace(/\n.*/s, '');
}
