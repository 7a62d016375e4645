import { isBuiltIn, isNamespaced } from '../../knowledge/kubernetes/kinds';
import { makesUnknown, OPERATOR_KINDS } from '../../knowledge/kubernetes/operator-makes';
import type { JsonObject } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import type { CheckContext } from '../engine/rule';

/** `{name}-app` of `pg` → `pg-app`. */
export function madeName(pattern: string, { name }: RenderedObject): string {
  return pattern.replace('{name}', () => name);
}

/** Where an object is that names no namespace, and of whose kind nobody knows whether it lives in one. */
const ANYWHERE = '';

/** Found once for each run. */
const STRANGERS = new WeakMap<ObjectIndex, ReadonlyMap<string, RenderedObject>>();

/** An object of a namespace whose controller may make anything there, as far as anybody knows here. */
export function strangerIn(namespace: string, { index, objects, schemas }: CheckContext): RenderedObject | undefined {
  let strangers = STRANGERS.get(index);
  if (strangers === undefined) {
    const found = new Map<string, RenderedObject>();
    for (const object of objects) {
      const { group, kind, namespace: where = ANYWHERE } = object;
      if (found.has(where) || !group.includes('.') || isBuiltIn(group, kind) || !makesUnknown(group, kind)) continue;
      if (where !== ANYWHERE || isNamespaced(group, kind, schemas.scopes) === undefined) found.set(where, object);
    }
    STRANGERS.set(index, found);
    strangers = found;
  }
  return strangers.get(namespace) ?? strangers.get(ANYWHERE);
}

/** Whether an operator makes what is looked for: it does, it may, by an object of an unfamiliar kind, or not. */
export type OfOperators = 'made' | 'none' | { readonly perhapsOf: RenderedObject };

/** The Pods that a selector selects. @param labels the labels that it wants */
export function operatorPods(namespace: string, labels: JsonObject, context: CheckContext): OfOperators {
  let related: RenderedObject | undefined;
  for (const { group, kind, podLabel } of OPERATOR_KINDS) {
    if (podLabel === undefined) continue;
    const [key, pattern] = podLabel;
    const objects = context.index.inNamespace(group, kind, namespace);
    const [first] = objects;
    if (first === undefined) continue;
    if (labels[key] === undefined) {
      if (key.includes('/') && Object.keys(labels).some((one) => prefixOf(one) === prefixOf(key))) related ??= first;
    } else if (objects.some((object) => madeName(pattern, object) === labels[key])) return 'made';
  }
  const stranger = related ?? strangerIn(namespace, context);
  return stranger === undefined ? 'none' : { perhapsOf: stranger };
}

/** A Service by its name. */
export function operatorService(namespace: string, name: string, context: CheckContext): OfOperators {
  for (const { group, kind, services = [] } of OPERATOR_KINDS)
    for (const object of context.index.inNamespace(group, kind, namespace))
      if (services.some((pattern) => madeName(pattern, object) === name)) return 'made';
  const stranger = strangerIn(namespace, context);
  return stranger === undefined ? 'none' : { perhapsOf: stranger };
}

/** `cnpg.io/cluster` → `cnpg.io` */
function prefixOf(label: string): string {
  return label.split('/')[0] ?? '';
}
