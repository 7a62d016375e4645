import { at, isJsonObject, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import type { ConfigReference } from './config-references';

/** Which keys a ConfigMap or Secret has: nobody makes it, nobody can know, or these. */
export type KnownKeys = 'missing' | 'unknown' | ReadonlySet<string>;

/** Keys by what is rendered, by ExternalSecrets that make a Secret, and by `external` declarations. */
export function keysOf(index: ObjectIndex, namespace: string, { kind, name }: ConfigReference): KnownKeys {
  const id = { group: '', kind, namespace, name };
  const rendered = index.find(id);
  if (rendered !== undefined) {
    return new Set(['data', 'binaryData', 'stringData'].flatMap((field) => Object.keys(mapAt(rendered.value, field))));
  }
  const maker = kind === 'Secret' ? makerOf(index, namespace, name) : undefined;
  if (maker !== undefined) return externalSecretKeys(maker);
  const external = index.external(id);
  if (external === undefined) return 'missing';
  return external.keys === undefined ? 'unknown' : new Set(external.keys);
}

/** Whether anything rendered, made or declared is what a reference names. */
export function isThere(index: ObjectIndex, namespace: string, { kind, name }: ConfigReference): boolean {
  return (
    index.exists({ group: '', kind, namespace, name }) ||
    (kind === 'Secret' && makerOf(index, namespace, name) !== undefined)
  );
}

/** The ExternalSecret that makes a Secret. */
function makerOf(index: ObjectIndex, namespace: string, name: string): RenderedObject | undefined {
  return index
    .inNamespace('external-secrets.io', 'ExternalSecret', namespace)
    .find((one) => secretNameOf(one) === name);
}

/** Names of that kind in the namespace, those that ExternalSecrets make included. */
export function configNames(index: ObjectIndex, namespace: string, kind: string): readonly string[] {
  const made =
    kind === 'Secret' ? index.inNamespace('external-secrets.io', 'ExternalSecret', namespace).map(secretNameOf) : [];
  return [...index.names('', kind, namespace), ...made];
}

function secretNameOf(externalSecret: RenderedObject): string {
  return textAt(externalSecret.value, 'spec', 'target', 'name') ?? externalSecret.name;
}

/** A template decides all keys, unless it merges; `dataFrom` brings keys that only the store knows. */
function externalSecretKeys({ value }: RenderedObject): KnownKeys {
  const template = at(value, 'spec', 'target', 'template');
  if (
    isJsonObject(template) &&
    Object.keys(mapAt(template, 'data')).length > 0 &&
    at(template, 'mergePolicy') !== 'Merge'
  ) {
    return listAt(template, 'templateFrom').length > 0 ? 'unknown' : new Set(Object.keys(mapAt(template, 'data')));
  }
  if (listAt(value, 'spec', 'dataFrom').length > 0) return 'unknown';
  return new Set(listAt(value, 'spec', 'data').map((entry) => textAt(entry, 'secretKey') ?? ''));
}
