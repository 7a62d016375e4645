import type { ObjectIdentity } from './identity';
import type { RenderedObject } from './rendered-object';

/** The objects of an environment, as far as one looks for others from the point of view of a Pod. */
export interface ObjectLookup {
  readonly ofKind: (group: string, kind: string) => readonly RenderedObject[];
  readonly inNamespace: (group: string, kind: string, namespace: string | undefined) => readonly RenderedObject[];
  readonly find: (id: ObjectIdentity) => RenderedObject | undefined;
}
