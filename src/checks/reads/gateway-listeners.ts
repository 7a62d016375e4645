import { GATEWAY } from '../../knowledge/gateway/kinds';
import { type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { matchesSelector } from '../engine/object-index';
import type { CheckContext } from '../engine/rule';
import { setsOf } from './gateway-of';

/** A listener, and the Gateway or the ListenerSet that says it. */
export interface HeldListener {
  readonly holder: RenderedObject;
  readonly value: JsonValue;
}

/** The listeners of a Gateway, its own before those of its ListenerSets. */
export function heldListeners(gateway: RenderedObject, context: CheckContext): readonly HeldListener[] {
  return [gateway, ...setsOf(gateway, context)].flatMap(listenersIn);
}

/**
 * The listeners of others that come before those of a ListenerSet: the Gateway's, and those of ListenerSets that it lets in.
 * Of two ListenerSets the older one comes first, which only the cluster knows: here it is the first by name, so that of each
 * two one is told.
 */
export function listenersBefore(
  set: RenderedObject,
  gateway: RenderedObject,
  context: CheckContext,
): readonly HeldListener[] {
  const sets = setsOf(gateway, context).filter(
    (one) => byCodeUnit(placeOf(one), placeOf(set)) < 0 && admitsSet(one, gateway, context) !== false,
  );
  return [gateway, ...sets].flatMap(listenersIn);
}

/** `ListenerSet "books" of namespace shop`. */
export function holderText({ kind, name, namespace }: RenderedObject): string {
  return kind === GATEWAY.kind ? `Gateway "${name}"` : `${kind} "${name}" of namespace ${namespace}`;
}

/** Whether a Gateway lets a ListenerSet in; undefined where only the cluster knows the labels of its namespace. */
export function admitsSet(set: RenderedObject, gateway: RenderedObject, { index }: CheckContext): boolean | undefined {
  const allowed = mapAt(gateway.value, 'spec', 'allowedListeners', 'namespaces');
  const from = textAt(allowed, 'from') ?? 'None';
  if (from === 'All' || (from === 'Same' && set.namespace === gateway.namespace)) return true;
  if (from !== 'Selector') return false;
  const found = index.find({ group: '', kind: 'Namespace', name: set.namespace ?? '' });
  if (found === undefined) return undefined;
  const labels = { 'kubernetes.io/metadata.name': found.name, ...mapAt(found.value, 'metadata', 'labels') };
  return matchesSelector(mapAt(allowed, 'selector'), labels);
}

function listenersIn(holder: RenderedObject): readonly HeldListener[] {
  return listAt(holder.value, 'spec', 'listeners').map((value) => ({ holder, value }));
}

function placeOf({ namespace, name }: RenderedObject): string {
  return `${namespace ?? ''}/${name}`;
}
