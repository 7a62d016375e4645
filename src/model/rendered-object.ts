import { type ObjectIdentity, splitApiVersion } from './identity';
import { type JsonObject, textAt } from './json';
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
}

export interface Origin {
  readonly environment: string;
  readonly app: string;
  readonly construct?: string;
  readonly source?: () => SourcePlace | undefined;
  readonly silences?: readonly Silence[];
}

const NOWHERE = (): undefined => undefined;

/**
 * Makes a RenderedObject from plain data. Kind, apiVersion and name may be missing in data a person wrote;
 * they are then '', which the schema check reports.
 */
export function renderedObject(value: JsonObject, origin: Origin): RenderedObject {
  const apiVersion = textAt(value, 'apiVersion') ?? '';
  const namespace = textAt(value, 'metadata', 'namespace');
  return {
    ...splitApiVersion(apiVersion),
    apiVersion,
    kind: textAt(value, 'kind') ?? '',
    ...(namespace === undefined ? {} : { namespace }),
    name: textAt(value, 'metadata', 'name') ?? '',
    environment: origin.environment,
    app: origin.app,
    value,
    construct: origin.construct ?? '',
    source: origin.source ?? NOWHERE,
    silences: origin.silences ?? [],
  };
}

/** The same object with other content; identity and origin stay. */
export function withValue(object: RenderedObject, value: JsonObject): RenderedObject {
  return { ...object, value };
}
