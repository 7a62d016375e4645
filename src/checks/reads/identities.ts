import type { ObjectIdentity } from '../../model/identity';

type ByName<T> = Map<string, T>;
type ByNamespace<T> = Map<string, ByName<T>>;
type ByGroup<T> = Map<string, ByNamespace<T>>;

/**
 * Finds objects by the four parts of their identity. Rules ask several times for each object, so the parts lead through
 * maps inside maps: to put a key together for each question would cost more than all the answers.
 */
export class Identities<T extends ObjectIdentity> {
  private readonly kinds = new Map<string, ByGroup<T>>();
  /** Each object whose identity another had before it, with the one just before. */
  readonly repeated: (readonly [T, T])[] = [];

  constructor(objects: readonly T[]) {
    for (const object of objects) {
      const groups = inside<ByNamespace<T>>(this.kinds, object.kind);
      const namespaces = inside<ByName<T>>(groups, object.group);
      const names = inside<T>(namespaces, object.namespace ?? '');
      const before = names.get(object.name);
      if (before !== undefined) this.repeated.push([before, object]);
      names.set(object.name, object);
    }
  }

  /** The last one of that identity. */
  find(id: ObjectIdentity): T | undefined {
    return this.kinds
      .get(id.kind)
      ?.get(id.group)
      ?.get(id.namespace ?? '')
      ?.get(id.name);
  }
}

/** The map under a key, made where there is none. */
export function inside<T, K = string>(map: Map<string, Map<K, T>>, key: string): Map<K, T> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, T>();
  map.set(key, made);
  return made;
}
