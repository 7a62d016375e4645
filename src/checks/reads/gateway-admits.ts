import { type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { matchesSelector } from '../engine/object-index';
import type { Parent } from './gateway-of';

/** Whether a listener’s allowedRoutes take a route. */
export function letsIn(listener: JsonValue, route: RenderedObject, { namespace }: Parent, index: ObjectIndex): boolean {
  const kinds = listAt(listener, 'allowedRoutes', 'kinds');
  if (kinds.length > 0 && !kinds.some((one) => textAt(one, 'kind') === route.kind)) return false;
  const from = textAt(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same';
  if (from === 'All') return true;
  if (from === 'Same') return route.namespace === namespace;
  if (from !== 'Selector') return false;
  const found = index.find({ group: '', kind: 'Namespace', name: route.namespace ?? '' });
  // Nobody knows the labels of one that is not rendered here.
  if (found === undefined) return true;
  const labels = { 'kubernetes.io/metadata.name': found.name, ...mapAt(found.value, 'metadata', 'labels') };
  return matchesSelector(mapAt(listener, 'allowedRoutes', 'namespaces', 'selector'), labels);
}

/** Whether a host fits both, either of which may begin with a wildcard. */
export function overlap(a: string, b: string): boolean {
  if (a === b) return true;
  const within = (pattern: string, host: string) => pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
  return within(a, b) || within(b, a);
}
