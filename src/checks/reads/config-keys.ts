import type { ConfigReference } from '../../model/config-references';
import { mapAt } from '../../model/json';
import type { ObjectIndex } from '../engine/object-index';
import { type MadeSecret, madeSecrets } from './secret-makers';

/** Which keys a ConfigMap or Secret has: nobody makes it, nobody can know, or these. */
export type KnownKeys = 'missing' | 'unknown' | ReadonlySet<string>;

/** Keys by what is rendered, by what controllers make, and by `external` declarations. */
export function keysOf(index: ObjectIndex, namespace: string, reference: ConfigReference): KnownKeys {
  const { kind, name } = reference;
  const id = { group: '', kind, namespace, name };
  const rendered = index.find(id);
  if (rendered !== undefined) {
    return new Set(['data', 'binaryData', 'stringData'].flatMap((field) => Object.keys(mapAt(rendered.value, field))));
  }
  const made = madeSecret(index, namespace, reference);
  if (made !== undefined) return reference.key !== undefined && made.some?.has(reference.key) ? made.some : made.keys;
  const external = index.external(id);
  if (external === undefined) return 'missing';
  return external.keys === undefined ? 'unknown' : new Set(external.keys);
}

/** Whether anything rendered, made or declared is what a reference names. */
export function isThere(index: ObjectIndex, namespace: string, reference: ConfigReference): boolean {
  const { kind, name } = reference;
  return index.exists({ group: '', kind, namespace, name }) || madeSecret(index, namespace, reference) !== undefined;
}

/** The Secret or ConfigMap that a controller makes and a reference names. */
export function madeSecret(
  index: ObjectIndex,
  namespace: string,
  { kind, name }: ConfigReference,
): MadeSecret | undefined {
  return madeSecrets(index, namespace).find((one) => one.kind === kind && nameFits(one.name, name));
}

/** Whether a name is one that a controller gives. */
function nameFits(pattern: string, name: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined
    ? pattern === name
    : name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
}

/** Names of that kind in the namespace, those that controllers make included. */
export function configNames(index: ObjectIndex, namespace: string, kind: string): readonly string[] {
  const made = madeSecrets(index, namespace).flatMap((one) =>
    one.kind === kind && !one.name.includes('*') ? [one.name] : [],
  );
  return [...index.names('', kind, namespace), ...made];
}
