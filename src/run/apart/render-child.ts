import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { functionPlaces } from '../../load/function-places';
import { compileAsFile, type RunResult, runModule } from '../../load/run-module';
import { bundlePlaces } from '../../load/source-places';
import type { AppDefinition } from '../../model/app';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { isToolError, type Problem, type ToolError } from '../../model/errors';
import { deepFreeze } from '../../model/json';
import { by } from '../../model/order';
import { renderApp } from '../../render/render-app';
import { compileApart, type Packages } from '../../sandbox/compile-apart';
import { Mishaps } from '../../sandbox/mishaps';
import { OtherMachine } from '../../sandbox/other-machine';
import { refusalOf } from '../../sandbox/permission';
import type { AppAnswer, RenderAnswer, RenderRequest } from '../../sandbox/protocol';
import { turnOfTimers } from '../threads/stray-errors';
import { IncludedFiles } from './included-files';

/** The child's whole life: runs the modules, renders each app for each environment, answers and ends. */
export function run(request: RenderRequest, packages?: Packages): void {
  process.setSourceMapsEnabled(false);
  answerTo(request, packages).then(send, (error) => process.nextTick(() => raise(error)));
}

function send(answer: RenderAnswer): never {
  const bytes = bytesOf(answer);
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(3, bytes, sent);
  process.exit(0);
}

/** Outside of any promise, where it ends the process. */
function raise(error: unknown): never {
  throw error;
}

async function answerTo(request: RenderRequest, packages: Packages | undefined): Promise<RenderAnswer> {
  const { root, modules } = request;
  const files = new Set(modules.map((module) => join(root, module.path)));
  const placeOf = bundlePlaces(root, files);
  const isBundle = (file: string) => files.has(file);
  const chartsPlace = functionPlaces(root, modules, placeOf);
  const mishaps = new Mishaps(placeOf);
  mishaps.install(packages !== undefined);
  const machine = new OtherMachine(placeOf);
  const { elsewhere } = request;
  const isElsewhere = elsewhere !== undefined;
  if (isElsewhere) machine.install(elsewhere.node);
  const toldRoot = isElsewhere ? elsewhere.root : root;
  const results: RunResult[] = [];
  for (const module of modules) {
    machine.enter(module.name);
    if (isElsewhere) machine.noteNames(module.path, module.code);
    const compile = () =>
      packages === undefined
        ? compileAsFile(root, module.path, module.code, toldRoot)
        : compileApart({ root, toldRoot, module, packages, mishaps });
    const result = explained(runModule(module, compile, placeOf));
    const mishap = await mishaps.next();
    results.push(mishap === undefined ? result : { problems: [mishap] });
  }
  const includes = new IncludedFiles(request.included);
  const apps = results.flatMap((result) => ('app' in result ? [result.app.definition] : []));
  const rendered: AppAnswer[] = [];
  const late = new Map<string, ToolError>();
  const environments = deepFreeze(inOrder([...request.tasks.map(({ environment }) => environment), ...request.others]));
  const everyApp = ordered(request.tasks, isElsewhere).flatMap(({ environment, scopes }) =>
    ordered(apps, isElsewhere).map((app) => ({ environment: deepFreeze(environment), scopes, app })),
  );
  for (const { environment, scopes, app } of everyApp) {
    machine.enter(app.name);
    const releaseReads = new Set<string>();
    const onLate = (error: ToolError) => late.set(`${environment.name}/${app.name}`, error);
    const includedOf = includes.of(modules.find(({ name }) => name === app.name)?.path ?? '');
    const { stock } = request;
    const options = { scopes, placeOf, chartsPlace, isBundle, releaseReads, includedOf, onLate, stock, environments };
    const render = () => resultOf(app, () => renderApp(app, environment, options), environment.name);
    // What an app leaves behind must not show when it is rendered again.
    if (isElsewhere) render();
    const result = render();
    const mishap = await mishaps.next();
    const problem = { ...mishap, path: `${environment.name} › ${app.name}` } as Problem;
    rendered.push({
      environment: environment.name,
      app: app.name,
      result: mishap === undefined ? result : { code: 'APP_RENDER', problems: [problem] },
      releaseReads: [...releaseReads],
    });
  }
  await turnOfTimers();
  return {
    modules: results.map((result) => ('app' in result ? { app: declared(result.app.definition) } : result)),
    rendered: rendered.map((one) => withLate(one, late.get(`${one.environment}/${one.app}`))),
    wanted: includes.wanted,
    reads: machine.reads,
  };
}

/** What came when an app's rendering was over; it is why other things went wrong. */
function withLate(answer: AppAnswer, late: ToolError | undefined): AppAnswer {
  return late === undefined ? answer : { ...answer, result: { code: late.code, problems: late.problems } };
}

/** As they are loaded. */
function inOrder(environments: readonly Environment[]): readonly Environment[] {
  return [...environments].sort(by(({ name }) => name));
}

function ordered<T>(list: readonly T[], reversed: boolean): readonly T[] {
  return reversed ? [...list].reverse() : list;
}

/** All that a module says about itself; its function stays here. */
function declared({ charts: _charts, ...rest }: AppDefinition): Omit<AppDefinition, 'charts'> {
  return rest;
}

function resultOf(app: AppDefinition, render: () => ReturnType<typeof renderApp>, environment: string) {
  if (app.skip?.[environment] !== undefined) return { objects: [] };
  try {
    return {
      objects: render().map(({ value, construct, silences, source }) => {
        const place = source();
        return { value, construct, silences, ...defined({ place }) };
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
  const refusal = 'problems' in result ? refusalOf(result.cause) : undefined;
  return 'app' in result || refusal === undefined
    ? result
    : { problems: result.problems.map((problem) => ({ ...problem, ...refusal })) };
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
      return [{ message, path, fix: 'write plain maps, lists, strings, booleans and numbers.', ...defined({ place }) }];
    }
  });
  return problems.length === 0 ? result : { code: 'APP_RENDER', problems };
}
