import { at, type JsonValue, listAt } from '../json';
import type { ObjectLookup } from '../object-lookup';

/**
 * Where a LimitRange for containers says what a container requests that requests nothing, the first that is there: the
 * server takes `max` for a missing `default`, that for a missing `defaultRequest`, and then `min`.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/v1/defaults.go (SetDefaults_LimitRangeItem)
 */
const FILLS = ['defaultRequest', 'default', 'max', 'min'] as const;

/**
 * What a container requests of a resource once the server has filled in what is left out: from its limit, then from the
 * namespace's LimitRange.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function requestOf(
  container: unknown,
  resource: string,
  namespace: string,
  index: ObjectLookup,
): JsonValue | undefined {
  const stated = at(container, 'resources', 'requests', resource) ?? at(container, 'resources', 'limits', resource);
  if (stated !== undefined) return stated;
  for (const range of index.inNamespace('', 'LimitRange', namespace)) {
    for (const limit of listAt(range.value, 'spec', 'limits')) {
      if (at(limit, 'type') !== 'Container') continue;
      const field = FILLS.find((one) => at(limit, one, resource) !== undefined);
      if (field !== undefined) return at(limit, field, resource);
    }
  }
  return undefined;
}
