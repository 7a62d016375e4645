import { identityKey, type ObjectIdentity } from '../../model/identity';
import type { RenderedObject } from '../../model/rendered-object';
import { AUTOSCALERS, scaleTargetOf } from '../../model/scale-target';
import type { ObjectIndex } from '../engine/object-index';

/** Of each index: by what they scale. */
const BY_TARGET = new WeakMap<ObjectIndex, ReadonlyMap<string, readonly RenderedObject[]>>();

/** All that scale one workload. */
export function autoscalersOf(target: ObjectIdentity, index: ObjectIndex): readonly RenderedObject[] {
  const known = BY_TARGET.get(index) ?? byTarget(index);
  BY_TARGET.set(index, known);
  return known.get(identityKey(target)) ?? [];
}

function byTarget(index: ObjectIndex): ReadonlyMap<string, readonly RenderedObject[]> {
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
