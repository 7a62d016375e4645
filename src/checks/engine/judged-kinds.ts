import type { RenderedObject } from '../../model/rendered-object';
import { byKind } from './object-index';

/** Objects in lists of one kind each, so that no rule walks over all of them for the few it is about. */
export interface JudgedKinds {
  readonly lists: readonly (readonly RenderedObject[])[];
  /** Those of a kind as rules write it: `networking.k8s.io/Ingress`, `Service`. */
  readonly of: (kind: string) => readonly RenderedObject[];
}

export function groupByKind(objects: readonly RenderedObject[]): JudgedKinds {
  const kinds = byKind(objects);
  const known = new Map<string, readonly RenderedObject[]>();
  return {
    lists: [...kinds.values()],
    of(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const slash = text.indexOf('/');
      const group = text.slice(0, Math.max(slash, 0));
      const found = (kinds.get(text.slice(slash + 1)) ?? []).filter((object) => object.group === group);
      known.set(text, found);
      return found;
    },
  };
}
