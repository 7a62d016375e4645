import { writeSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { compileFunction } from 'node:vm';
import { bundlePlaces } from '../load/bundle-places';
import { compileAsFile, type RunResult, runModule } from '../load/run-module';
import type { AppDefinition } from '../model/app';
import { isToolError, type Problem } from '../model/errors';
import { deepFreeze } from '../model/json';
import { renderApp } from '../render/render-app';
import { OtherMachine } from '../sandbox/other-machine';
import { isUnguarded, refusalOf } from '../sandbox/permission';
import type { AppAnswer, BundledModule, RenderAnswer, RenderRequest } from '../sandbox/protocol';

/** The packages that came with the request, by name. */
type Packages = Readonly<Record<string, () => unknown>>;

/** The child's whole life: runs the modules, renders each app for each environment, answers and ends. */
export function run(request: RenderRequest, packages?: Packages): never {
  process.setSourceMapsEnabled(false);
  const bytes = bytesOf(answerTo(request, packages));
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(3, bytes, sent);
  process.exit(0);
}

function answerTo(request: RenderRequest, packages: Packages | undefined): RenderAnswer {
  const { root, modules } = request;
  const files = new Set(modules.map((module) => join(root, module.path)));
  const placeOf = bundlePlaces(root, files);
  const isBundle = (file: string) => files.has(file);
  const machine = new OtherMachine(placeOf);
  if (request.elsewhere !== undefined) machine.install(request.elsewhere.node);
  const isElsewhere = request.elsewhere !== undefined;
  const toldRoot = request.elsewhere?.root ?? root;
  const results = modules.map((module) => {
    machine.enter(module.name);
    if (isElsewhere) machine.noteNames(module.path, module.code);
    const compile = () => compileModule(root, module, packages, toldRoot);
    return explained(runModule(module, compile, placeOf));
  });
  const apps = results.flatMap((result) => ('app' in result ? [result.app.definition] : []));
  const rendered = ordered(request.tasks, isElsewhere).flatMap(({ environment, scopes }) => {
    const frozen = deepFreeze(environment);
    return ordered(apps, isElsewhere).map((app): AppAnswer => {
      machine.enter(app.name);
      const render = () => resultOf(app, () => renderApp(app, frozen, { scopes, placeOf, isBundle }), environment.name);
      // What an app leaves behind must not show when it is rendered again.
      if (isElsewhere) render();
      return { environment: environment.name, app: app.name, result: render() };
    });
  });
  return {
    modules: results.map((result) => ('app' in result ? { app: declared(result.app.definition) } : result)),
    rendered,
    reads: machine.reads,
  };
}

function ordered<T>(list: readonly T[], reversed: boolean): readonly T[] {
  return reversed ? [...list].reverse() : list;
}

function compileModule(root: string, module: BundledModule, packages: Packages | undefined, toldRoot: string): unknown {
  if (packages === undefined) return compileAsFile(root, module.path, module.code, toldRoot);
  const filename = join(root, module.path);
  const told = join(toldRoot, module.path);
  const made = { exports: {} };
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const find = (name: string): unknown => {
    if (Object.hasOwn(packages, name)) return packages[name]?.();
    if (!isBuiltin(name)) throw new Error(`Cannot find module '${name}'`);
    if (isUnguarded(name)) throw new Error(`${name} is not there under --sandbox: it can write files.`);
    return require(name);
  };
  compileFunction(module.code, names, { filename })(made.exports, find, made, told, dirname(told));
  return made.exports;
}

/** What a module says about itself; its function stays here. */
function declared({ name, owner, namespace, skip }: AppDefinition): Omit<AppDefinition, 'charts'> {
  return { name, owner, ...(namespace === undefined ? {} : { namespace }), ...(skip === undefined ? {} : { skip }) };
}

function resultOf(app: AppDefinition, render: () => ReturnType<typeof renderApp>, environment: string) {
  if (app.skip?.[environment] !== undefined) return { objects: [] };
  try {
    return {
      objects: render().map(({ value, construct, silences, source }) => {
        const place = source();
        return { value, construct, silences, ...(place === undefined ? {} : { place }) };
      }),
    };
  } catch (error) {
    if (!isToolError(error)) throw error;
    const refusal = refusalOf(error.cause);
    const problems = error.problems.map((problem) => (refusal === undefined ? problem : { ...problem, ...refusal }));
    return { code: error.code, problems };
  }
}

function explained(result: RunResult): RunResult {
  const refusal = 'problem' in result ? refusalOf(result.cause) : undefined;
  return 'app' in result || refusal === undefined ? result : { problem: { ...result.problem, ...refusal } };
}

/** An object may hold a function or another thing that cannot leave the process. */
function bytesOf(answer: RenderAnswer): Buffer {
  try {
    return serialize(answer);
  } catch {
    return serialize({ ...answer, rendered: answer.rendered.map((one) => ({ ...one, result: sendable(one) })) });
  }
}

function sendable({ environment, app, result }: AppAnswer): AppAnswer['result'] {
  if ('problems' in result) return result;
  const problems = result.objects.flatMap(({ value, construct, place }): Problem[] => {
    try {
      serialize(value);
      return [];
    } catch (error) {
      const message = `the object holds what is not data: ${error instanceof Error ? error.message : String(error)}`;
      const path = `${environment} › ${app} › ${construct}`;
      return [{ message, path, fix: 'write plain maps, lists, strings, booleans and numbers.', place }];
    }
  });
  return problems.length === 0 ? result : { code: 'APP_RENDER', problems };
}
