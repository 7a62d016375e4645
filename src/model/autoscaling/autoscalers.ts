import { identityKey, type ObjectIdentity } from '../identity';
import type { ObjectLookup } from '../object-lookup';
import type { RenderedObject } from '../rendered-object';
import { AUTOSCALERS, scaleTargetOf } from '../scale-target';

/** Of each index: by what they scale. */
const BY_TARGET = new WeakMap<ObjectLookup, ReadonlyMap<string, readonly RenderedObject[]>>();

/** All that scale one workload. */
export function autoscalersOf(target: ObjectIdentity, index: ObjectLookup): readonly RenderedObject[] {
  const known = BY_TARGET.get(index) ?? byTarget(index);
  BY_TARGET.set(index, known);
  return known.get(identityKey(target)) ?? [];
}

function byTarget(index: ObjectLookup): ReadonlyMap<string, readonly RenderedObject[]> {
  const found = new Map<string, RenderedObject[]>();
  for (const kind of AUTOSCALERS) {
    const [group = '', name = ''] = kind.split('/');
    for (const autoscaler of index.ofKind(group, name)) {
      const key = identityKey(scaleTargetOf(autoscaler));
      const list = found.get(key);
      if (list === undefined) found.set(key, [autoscaler]);
      else list.push(autoscaler);
    }
  }
  return found;
}
