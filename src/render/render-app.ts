import { ApiObject, App, Chart } from 'cdk8s';
import type { AppDefinition } from '../model/app';
import { type Replaced, replacedBuiltIns, watchBuiltIns } from '../model/built-ins';
import { defined } from '../model/defined';
import type { Environment } from '../model/environment';
import { APP_CONTEXT, ENVIRONMENT_CONTEXT, ENVIRONMENTS_CONTEXT } from '../model/environment-context';
import { isToolError, type Problem, ToolError } from '../model/errors';
import { hideInError } from '../model/hide-secrets';
import { watchReads } from '../model/release-reads';
import type { Origin, RenderedObject } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';
import { isError, messageOf, traceOf } from '../model/thrown';
import { constructsBelow, type Found } from './constructs-below';
import { fastApp } from './fast/app';
import { withFastJson } from './fast/to-json';
import { whileLocked } from './lock-tree';
import { lostProblems } from './lost-objects';
import { returnedProblem } from './returned';
import { secretsBelow } from './secrets-below';
import { thrownProblem, unknownFields } from './thrown-problem';
import { type RenderOptions, scopeProblem, toObject } from './to-object';
import { type PlaceOf, type Trace, whileWatched } from './trace';
import './watched-classes';
import { validationOf } from './validation-of';
import { withIncludes } from './with-includes';

/**
 * One app in one environment: its own construct tree, its objects as plain frozen data.
 * @throws ToolError APP_RENDER with the user's line when their code throws or an object cannot be used
 */
export function renderApp(
  app: AppDefinition,
  environment: Environment,
  options: RenderOptions,
): readonly RenderedObject[] {
  // Only validation messages need the place of a construct that makes no object. The first of them renders again.
  const render = () =>
    renderOnce(app, environment, options, isObject) ?? renderOnce(app, environment, options, isAnything) ?? [];
  return options.stock === true ? render() : withFastJson(render);
}

const NO_TRACE: Trace = {};

/** Whether a construct may become an object; its constructor need not have finished. */
const isObject = (construct: object): boolean => 'toJson' in construct;
const isAnything = (): boolean => true;
const nowhere: PlaceOf = () => undefined;

/** Undefined when a construct whose place was not recorded has a problem. */
function renderOnce(
  app: AppDefinition,
  environment: Environment,
  options: RenderOptions,
  isWanted: (construct: object) => boolean,
): readonly RenderedObject[] | undefined {
  const { isBundle, placeOf = nowhere, stock = false, releaseReads } = options;
  const root = stock ? new App() : fastApp();
  const seen = releaseReads === undefined ? environment : watchReads(environment, releaseReads);
  root.node.setContext(ENVIRONMENT_CONTEXT, seen);
  root.node.setContext(ENVIRONMENTS_CONTEXT, options.environments ?? [environment]);
  root.node.setContext(APP_CONTEXT, app.name);
  const chart = new Chart(root, app.name, {
    ...defined({ namespace: app.namespace }),
    disableResourceNameHashes: true,
    labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': app.name },
  });
  const at = `${environment.name} › ${app.name}`;
  const refused = (problem: Pick<Problem, 'message' | 'fix'>) =>
    new ToolError('APP_RENDER', [{ ...problem, path: at, ...defined({ place: options.chartsPlace?.(app.charts) }) }]);
  const origin = { app: app.name, environment: environment.name };
  const run: { returned?: unknown; thrown?: { error: unknown }; replaced?: Replaced } = {};
  const build = () => {
    const restore = watchBuiltIns();
    try {
      run.returned = withIncludes(options.includedOf, () => app.charts(chart as never, seen));
    } catch (error) {
      run.thrown = { error };
    }
    run.replaced = restore();
  };
  const { traces } = hiding(root, () => {
    const watched = whileWatched(root, { isBundle, isWanted }, build);
    const { thrown, replaced } = run;
    // What it replaced is why an app throws, where it does.
    if (replaced !== undefined && replaced.names.length > 0) throw refused(replacedBuiltIns(replaced));
    if (thrown !== undefined) throw located(thrown.error, at, placeOf(traceOf(thrown.error)));
    const unfinished = attempt(at, placeOf, () => returnedProblem(run.returned));
    if (unfinished !== undefined) throw refused(unfinished);
    const lost = lostProblems(watched.elsewhere, at, placeOf);
    if (lost.length > 0) throw new ToolError('APP_RENDER', lost);
    return watched;
  });
  const objects = () => objectsBelow(root, origin, traces, options, isWanted);
  return whileLocked(root, at, options, () => hiding(root, objects));
}

/** @throws ToolError as the work does, without what Secrets of the tree hold */
function hiding<T>(root: App, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isToolError(error) ? hideInError(error, secretsBelow(root)) : error;
  }
}

/** The objects of a finished tree. @throws ToolError APP_RENDER with the problems of all of them */
function objectsBelow(
  root: App,
  { app, environment }: Omit<Origin, 'silences'>,
  traces: ReadonlyMap<object, Trace>,
  options: RenderOptions,
  isWanted: (construct: object) => boolean,
): readonly RenderedObject[] | undefined {
  const at = `${environment} › ${app}`;
  const { isBundle, placeOf = nowhere } = options;
  const problems: Problem[] = [];
  const objects: RenderedObject[] = [];
  const found = constructsBelow(root);
  for (let index = 0; index < found.length; index++) {
    const { construct, silences } = found[index] as Found;
    const trace = traces.get(construct) ?? NO_TRACE;
    for (const problem of validationOf(construct)) {
      if (isBundle !== undefined && !isWanted(construct)) return undefined;
      problems.push({ ...problem, path: `${at} › ${construct.node.path}`, ...defined({ place: placeOf(trace) }) });
    }
    if (!ApiObject.isApiObject(construct)) continue;
    try {
      const object = toObject(construct, { app, environment, silences }, trace, options);
      const problem = scopeProblem(object, options.scopes);
      if (problem === undefined) objects.push(object);
      else problems.push({ ...problem, path: `${at} › ${object.construct}`, ...defined({ place: placeOf(trace) }) });
    } catch (error) {
      const place = placeOfThrown(error, trace, placeOf);
      problems.push(...located(error, at, place, `${at} › ${construct.node.path}`).problems);
    }
  }
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return objects;
}

/** Where user code threw while an object was made of a construct; where that is not known, the construct's place. */
function placeOfThrown(error: unknown, trace: Trace, placeOf: PlaceOf): SourcePlace | undefined {
  return (isToolError(error) ? placeOf(traceOf(error.cause)) : undefined) ?? placeOf(trace);
}

/** Runs user code; what it throws becomes a problem with the line it came from. */
function attempt<T>(at: string, placeOf: PlaceOf, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw located(error, at, placeOf(traceOf(error)));
  }
}

/** @param ofFields path of the construct whose fields it may be about */
function located(error: unknown, at: string, place: SourcePlace | undefined, ofFields: string = at): ToolError {
  if (isToolError(error)) {
    const problems = error.problems.map((p) => ({
      ...p,
      ...defined({ place: p.place ?? place }),
      path: `${at}${p.path ? ` › ${p.path}` : ''}`,
    }));
    return new ToolError(error.code, problems, { cause: error });
  }
  const fields = unknownFields(error, ofFields, place);
  if (fields !== undefined) return new ToolError('APP_RENDER', fields, { cause: error });
  const message = isError(error) ? messageOf(error) : `something that is not an Error was thrown: ${messageOf(error)}`;
  const problem = { message, ...(isError(error) && thrownProblem(message)), path: at, ...defined({ place }) };
  return new ToolError('APP_RENDER', [problem], { cause: error });
}
