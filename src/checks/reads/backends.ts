import { at, type FieldPath, type JsonValue, listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

export interface BackendAt {
  readonly backend: JsonValue;
  readonly path: FieldPath;
}

/** Several rules ask for the same backends; they are found once. */
const BACKENDS = new WeakMap<RenderedObject, readonly BackendAt[]>();

/** Every Service backend of an Ingress with its place. */
export function backendsOf(ingress: RenderedObject): readonly BackendAt[] {
  const known = BACKENDS.get(ingress);
  if (known !== undefined) return known;
  const found: BackendAt[] = [];
  const add = (...path: FieldPath) => {
    const backend = at(ingress.value, ...path);
    if (backend !== undefined) found.push({ backend, path });
  };
  add('spec', 'defaultBackend', 'service');
  listAt(ingress.value, 'spec', 'rules').forEach((rule, r) => {
    for (const p of listAt(rule, 'http', 'paths').keys())
      add('spec', 'rules', r, 'http', 'paths', p, 'backend', 'service');
  });
  BACKENDS.set(ingress, found);
  return found;
}

/** Identity of the Service that a backend names. */
export function serviceIdOf(ingress: RenderedObject, backend: JsonValue) {
  return { group: '', kind: 'Service', namespace: ingress.namespace ?? '', name: textAt(backend, 'name') ?? '' };
}

/** The Service behind a backend, where it is rendered. */
export function serviceOf(ingress: RenderedObject, backend: JsonValue, index: ObjectIndex): RenderedObject | undefined {
  return index.find(serviceIdOf(ingress, backend));
}
