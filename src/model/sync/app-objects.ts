import { identityKey, type ObjectIdentity } from '../identity';
import type { FieldPath } from '../json';
import type { RenderedObject } from '../rendered-object';

/**
 * Why a wave with one object never ends before another object is there. Nothing that is needed needs what needs it:
 * definitions and Namespaces need nothing, configuration needs those, Pods need configuration, and what scales or serves
 * Pods needs them. So there is always an order.
 */
export interface SyncNeed {
  readonly object: RenderedObject;
  readonly needed: RenderedObject;
  /** Where the object names what it needs. */
  readonly path: FieldPath;
  /** What happens meanwhile: `its Pod stays Pending`. */
  readonly waits: string;
  /** Set where it has to come in a later wave; one wave is enough otherwise, since Argo CD applies all of a wave before it waits. */
  readonly after?: true;
}

/** Objects of one app, by what they are. */
export interface AppObjects {
  readonly all: readonly RenderedObject[];
  readonly find: (id: ObjectIdentity) => RenderedObject | undefined;
}

export function appObjects(all: readonly RenderedObject[]): AppObjects {
  const known = new Map(all.map((object) => [identityKey(object), object]));
  return { all, find: (id) => known.get(identityKey(id)) };
}
