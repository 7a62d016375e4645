import type { KindScopes } from '../knowledge/kubernetes/kinds';
import { textAt } from './json';
import type { RenderedObject } from './rendered-object';

/** The kind that a CustomResourceDefinition brings. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Undefined for another object, and for a definition that does not say what it defines. */
export function customKindOf(object: RenderedObject): CustomKind | undefined {
  if (object.kind !== 'CustomResourceDefinition' || object.group !== 'apiextensions.k8s.io') return undefined;
  const { value } = object;
  const [group, kind, scope] = [
    textAt(value, 'spec', 'group'),
    textAt(value, 'spec', 'names', 'kind'),
    textAt(value, 'spec', 'scope'),
  ];
  if (!group || !kind || (scope !== 'Namespaced' && scope !== 'Cluster')) return undefined;
  return { group, kind, namespaced: scope === 'Namespaced' };
}

/** The scopes of the kinds that objects bring with them; undefined where none does. */
export function scopesAmong(objects: readonly RenderedObject[]): KindScopes | undefined {
  const kinds = objects.flatMap((object) => customKindOf(object) ?? []);
  if (kinds.length === 0) return undefined;
  return new Map(kinds.map(({ group, kind, namespaced }) => [`${group}/${kind}`, namespaced]));
}
