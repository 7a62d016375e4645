import { type ObjectIdentity, splitApiVersion } from './identity';
import { type JsonObject, own } from './json';
import type { SourcePlace } from './source-place';

/** A finding somebody decided to live with: one rule, at one object, with the reason the report shows. */
export interface Silence {
  readonly rule: string;
  readonly reason: string;
}

/** One Kubernetes object as it will be written, and where it came from. */
export interface RenderedObject extends ObjectIdentity {
  readonly environment: string;
  readonly app: string;
  /** `apps/v1` */
  readonly apiVersion: string;
  /** API version without the group: `v1`. */
  readonly version: string;
  /** The whole object; frozen. */
  readonly value: JsonObject;
  /** Path of the construct that made it: `shop/web/Deployment`; '' for objects read from YAML. */
  readonly construct: string;
  /** The line of the user's own code, resolved when asked: most objects have no finding. */
  readonly source: () => SourcePlace | undefined;
  readonly silences: readonly Silence[];
  /** Characters of the compact JSON before escaping, at most, where rendering counted them. */
  readonly characters?: number;
}

export interface Origin {
  readonly environment: string;
  readonly app: string;
  readonly construct?: string;
  readonly source?: (() => SourcePlace | undefined) | undefined;
  readonly silences?: readonly Silence[] | undefined;
  readonly characters?: number;
}

type Unfinished = { -readonly [K in keyof RenderedObject]: RenderedObject[K] };

const NOWHERE = (): undefined => undefined;
const NO_SILENCES: readonly Silence[] = [];

/**
 * Makes a RenderedObject from plain data. Kind, apiVersion and name may be missing in data a person wrote;
 * they are then '', which the schema check reports.
 */
export function renderedObject(value: JsonObject, origin: Origin): RenderedObject {
  const metadata = own(value, 'metadata');
  const apiVersion = textOf(own(value, 'apiVersion')) ?? '';
  const namespace = textOf(own(metadata, 'namespace'));
  const { group, version } = splitApiVersion(apiVersion);
  const kind = textOf(own(value, 'kind')) ?? '';
  const name = textOf(own(metadata, 'name')) ?? '';
  const { environment, app, construct = '', source = NOWHERE, silences = NO_SILENCES } = origin;
  const object: Unfinished = {
    group,
    version,
    apiVersion,
    kind,
    name,
    environment,
    app,
    value,
    construct,
    source,
    silences,
  };
  // The server reads an empty text as it reads null: the namespace is absent.
  if (namespace !== undefined && namespace !== '') object.namespace = namespace;
  if (origin.characters !== undefined) object.characters = origin.characters;
  return object;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The same object with other content; identity and origin stay. */
export function withValue(object: RenderedObject, value: JsonObject): RenderedObject {
  return { ...object, value };
}
