import type { ApiObject } from 'cdk8s';
import { isNamespaced, type KindScopes } from '../knowledge/kubernetes/kinds';
import type { Environment } from '../model/environment';
import type { Problem, ToolError } from '../model/errors';
import { describeIdentity } from '../model/identity';
import type { JsonObject } from '../model/json';
import type { ReleaseReads } from '../model/release-reads';
import { type Origin, type RenderedObject, renderedObject } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';
import { refuseField } from './fast/refuse-field';
import { freezeAndCount } from './freeze';
import type { IsBundle, PlaceOf, Trace } from './trace';
import type { IncludedOf } from './with-includes';

export interface RenderOptions {
  /** Whether each known custom kind lives in a namespace. */
  readonly scopes: KindScopes;
  readonly placeOf?: PlaceOf;
  /** Where an app's `charts` is written. */
  readonly chartsPlace?: (charts: (...input: never[]) => unknown) => SourcePlace | undefined;
  /** Absent where no places are recorded. */
  readonly isBundle?: IsBundle;
  /** Hears of a construct that an app makes when its rendering is over. */
  readonly onLate?: (late: ToolError) => void;
  /** Renders with cdk8s as it is: slower, with the same objects as result. `@default` false */
  readonly stock?: boolean;
  /** Reads the files of YAML that the app includes. `@default` - cdk8s itself does */
  readonly includedOf?: IncludedOf;
  /** Where it is noted what the app asks of its environment's release. */
  readonly releaseReads?: ReleaseReads;
  /** All environments of the project. `@default` - the one that is rendered */
  readonly environments?: readonly Environment[];
}

/** The object that a construct makes, as plain frozen data. */
export function toObject(construct: ApiObject, origin: Origin, trace: Trace, options: RenderOptions): RenderedObject {
  const value = withoutNamespace(construct.toJson() as JsonObject, options.scopes);
  const characters = freezeAndCount(value);
  // Somebody's own `toJson` may give one map in many places, each of which would be written.
  if (!Number.isFinite(characters)) refuseField(value, construct.node.path, {});
  const { placeOf } = options;
  return renderedObject(value, {
    app: origin.app,
    environment: origin.environment,
    silences: origin.silences,
    construct: construct.node.path,
    characters,
    source: placeOf === undefined ? undefined : () => placeOf(trace),
  });
}

/** cdk8s gives the chart's namespace to every object; a cluster-scoped one must not carry it. */
export function withoutNamespace(json: JsonObject, scopes: KindScopes): JsonObject {
  const { apiVersion, kind, metadata } = json as { apiVersion?: string; kind?: string; metadata?: JsonObject };
  const group = apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  if (metadata === undefined || kind === undefined || isNamespaced(group, kind, scopes) !== false) return json;
  const { namespace: _namespace, ...rest } = metadata;
  return { ...json, metadata: rest };
}

/** A problem for a namespaced object that names no namespace. */
export function scopeProblem(object: RenderedObject, scopes: KindScopes): Problem | undefined {
  if (object.namespace !== undefined || isNamespaced(object.group, object.kind, scopes) !== true) return undefined;
  return {
    message: `${describeIdentity(object)} lives in a namespace and names none, so it would land wherever the sync points.`,
    fix: 'set `namespace` in defineApp(), on the Chart, or in the object’s metadata.',
  };
}
