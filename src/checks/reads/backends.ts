import { actionTargetsOf } from '../../knowledge/aws/alb-action';
import { ALB_PREFIX } from '../../knowledge/aws/alb-annotations';
import { ACTIONS_ROW } from '../../knowledge/aws/alb-rule-rows';
import { at, type FieldPath, type JsonObject, type JsonValue, listAt, mapAt, textAt } from '../../model/json';
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

/** A Service that gets requests of an Ingress, as a path would name it. */
export interface TargetAt {
  readonly backend: JsonValue;
  /** Where it is named: a path's backend, or the annotation of an action. */
  readonly place: FieldPath;
  /** Where its name stands. */
  readonly ofName: FieldPath;
  /** The action that sends there. */
  readonly action: string | undefined;
}

/** Every Service that an Ingress sends to: those of its paths, and those to which the actions of its paths forward. */
export function targetsOf(ingress: RenderedObject): readonly TargetAt[] {
  const seen = new Set<string>();
  return backendsOf(ingress).flatMap(({ backend, path }): readonly TargetAt[] => {
    const action = actionOf(backend);
    if (action === undefined) return [{ backend, place: path, ofName: [...path, 'name'], action: undefined }];
    // Several paths may use one action.
    if (seen.has(action)) return [];
    seen.add(action);
    const key = actionKey(action);
    const place = ['metadata', 'annotations', key];
    const text = textAt(mapAt(ingress.value, 'metadata', 'annotations'), key) ?? '';
    return actionTargetsOf(text).map(({ service, port }) => ({
      backend: backendOf(service, port),
      place,
      ofName: place,
      action,
    }));
  });
}

/** Name of the action that a path takes from an annotation. */
export function actionOf(backend: JsonValue): string | undefined {
  return textAt(backend, 'port', 'name') === 'use-annotation' ? (textAt(backend, 'name') ?? '') : undefined;
}

/** Key of the annotation that holds an action. */
export function actionKey(action: string): string {
  return `${ALB_PREFIX}${ACTIONS_ROW.key}${action}`;
}

/** A target of an action as a path names its Service. */
export function backendOf(name: string, port: number | string | undefined): JsonObject {
  return { name, port: typeof port === 'number' ? { number: port } : { name: port } };
}

/** Identity of the Service that a backend names. */
export function serviceIdOf(ingress: RenderedObject, backend: JsonValue) {
  return { group: '', kind: 'Service', namespace: ingress.namespace ?? '', name: textAt(backend, 'name') ?? '' };
}

/** The Service behind a backend, where it is rendered. */
export function serviceOf(ingress: RenderedObject, backend: JsonValue, index: ObjectIndex): RenderedObject | undefined {
  return index.find(serviceIdOf(ingress, backend));
}

/** Number of the port of a Service that has this name. */
export function portNamed(service: RenderedObject, name: unknown): unknown {
  return at(
    listAt(service.value, 'spec', 'ports').find((port) => at(port, 'name') === name),
    'port',
  );
}
