import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AppDefinition } from '../model/app';
import type { Environment } from '../model/environment';
import { APP_CONTEXT, ENVIRONMENT_CONTEXT, SILENCE_METADATA } from '../model/environment-context';
import { isToolError, type Problem, ToolError } from '../model/errors';
import { describeIdentity } from '../model/identity';
import { deepFreeze, type JsonObject } from '../model/json';
import { isNamespaced, type KindScopes } from '../model/kinds';
import { type Origin, type RenderedObject, renderedObject, type Silence } from '../model/rendered-object';
import { fastApp } from './resolve';
import { type IsBundle, type PlaceOf, type Trace, withTraces } from './trace';

export interface RenderOptions {
  /** Scope of the custom kinds that are known. */
  readonly scopes: KindScopes;
  readonly placeOf?: PlaceOf;
  /** Absent where nobody asks for places. */
  readonly isBundle?: IsBundle;
}

/**
 * One app in one environment: its own construct tree, its objects as plain frozen data.
 * @throws ToolError APP_RENDER with the user's line when their code throws or an object cannot be used
 */
export function renderApp(
  app: AppDefinition,
  environment: Environment,
  options: RenderOptions,
): readonly RenderedObject[] {
  const at = `${environment.name} › ${app.name}`;
  const placeOf = options.placeOf ?? (() => undefined);
  const root = fastApp();
  root.node.setContext(ENVIRONMENT_CONTEXT, environment);
  root.node.setContext(APP_CONTEXT, app.name);
  const chart = new Chart(root, app.name, {
    ...(app.namespace === undefined ? {} : { namespace: app.namespace }),
    disableResourceNameHashes: true,
    labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': app.name },
  });
  const build = () => app.charts(chart as never, environment);
  const { isBundle } = options;
  const traces = attempt(at, placeOf, () => {
    if (isBundle !== undefined) return withTraces(root, isBundle, build);
    build();
    return NO_TRACES;
  });
  const problems: Problem[] = [];
  const objects: RenderedObject[] = [];
  for (const [construct, silences] of constructsBelow(root)) {
    for (const message of construct.node.validate()) {
      problems.push({ message, path: `${at} › ${construct.node.path}`, place: placeOf(traces.get(construct) ?? {}) });
    }
    if (!ApiObject.isApiObject(construct)) continue;
    const trace = traces.get(construct) ?? {};
    const origin = { app: app.name, environment: environment.name, silences };
    try {
      const object = attempt(at, placeOf, () => toObject(construct, origin, trace, options), trace);
      const problem = scopeProblem(object, options.scopes);
      if (problem === undefined) objects.push(object);
      else problems.push({ ...problem, path: `${at} › ${object.construct}`, place: placeOf(trace) });
    } catch (error) {
      if (!isToolError(error)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return objects;
}

const NO_TRACES: ReadonlyMap<object, Trace> = new Map();

/** Runs user code; what it throws becomes a problem with the line it came from. */
function attempt<T>(at: string, placeOf: PlaceOf, run: () => T, trace?: Trace): T {
  try {
    return run();
  } catch (error) {
    const place = placeOf(trace ?? (error instanceof Error ? error : {}));
    if (isToolError(error)) {
      const located = error.problems.map((p) => ({
        ...p,
        place: p.place ?? place,
        path: `${at}${p.path ? ` › ${p.path}` : ''}`,
      }));
      throw new ToolError(error.code, located, { cause: error });
    }
    const message =
      error instanceof Error ? error.message : `something that is not an Error was thrown: ${String(error)}`;
    throw new ToolError('APP_RENDER', [{ message, path: at, ...(place === undefined ? {} : { place }) }], {
      cause: error,
    });
  }
}

function toObject(construct: ApiObject, origin: Origin, trace: Trace, options: RenderOptions): RenderedObject {
  const json = construct.toJson() as JsonObject;
  const placeOf = options.placeOf;
  return renderedObject(deepFreeze(withoutNamespace(json, options.scopes)), {
    ...origin,
    construct: construct.node.path,
    ...(placeOf === undefined ? {} : { source: () => placeOf(trace) }),
  });
}

/** cdk8s gives the chart's namespace to every object; a cluster-scoped one must not carry it. */
function withoutNamespace(json: JsonObject, scopes: KindScopes): JsonObject {
  const { apiVersion, kind, metadata } = json as { apiVersion?: string; kind?: string; metadata?: JsonObject };
  const group = apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  if (metadata === undefined || kind === undefined || isNamespaced(group, kind, scopes) !== false) return json;
  const { namespace: _namespace, ...rest } = metadata;
  return { ...json, metadata: rest };
}

function scopeProblem(object: RenderedObject, scopes: KindScopes): Problem | undefined {
  if (object.namespace !== undefined || isNamespaced(object.group, object.kind, scopes) !== true) return undefined;
  return {
    message: `${describeIdentity(object)} lives in a namespace and names none, so it would land wherever the sync points.`,
    fix: 'set `namespace` in defineApp(), on the Chart, or in the object’s metadata.',
  };
}

type Found = readonly [construct: IConstruct, silences: readonly Silence[]];

/** Every construct, parents first, with the silences of its own and of those around it. */
function constructsBelow(construct: IConstruct, around: readonly Silence[] = [], found: Found[] = []): Found[] {
  const own = construct.node.metadata.filter((entry) => entry.type === SILENCE_METADATA);
  const silences = own.length === 0 ? around : [...around, ...own.map((entry) => entry.data as Silence)];
  found.push([construct, silences]);
  for (const child of construct.node.children) constructsBelow(child, silences, found);
  return found;
}
