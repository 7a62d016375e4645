import { at, type JsonValue, listAt } from '../../model/json';
import type { ObjectIndex } from '../engine/object-index';

/**
 * What a container requests of a resource once the server has filled in what is left out: from its limit, then from the
 * namespace's LimitRange.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function requestOf(
  container: unknown,
  resource: string,
  namespace: string,
  index: ObjectIndex,
): JsonValue | undefined {
  const stated = at(container, 'resources', 'requests', resource) ?? at(container, 'resources', 'limits', resource);
  if (stated !== undefined) return stated;
  for (const range of index.inNamespace('', 'LimitRange', namespace)) {
    for (const limit of listAt(range.value, 'spec', 'limits')) {
      if (at(limit, 'type') !== 'Container') continue;
      const filled = at(limit, 'defaultRequest', resource) ?? at(limit, 'default', resource);
      if (filled !== undefined) return filled;
    }
  }
  return undefined;
}
