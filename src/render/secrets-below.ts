import { ApiObject, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isJsonObject, type JsonObject } from '../model/json';
import { SecretValues } from '../model/secret-values';
import { findUnwritable } from '../model/unwritable';
import { constructsBelow } from './constructs-below';
import { readableCopy } from './readable-copy';

/**
 * What the Secrets of a tree hold, as their constructs were given it: one that failed makes no object. Nothing in it
 * can be trusted to be readable, and the error that is being told has come first.
 */
export function secretsBelow(root: IConstruct): SecretValues {
  return SecretValues.of(constructsBelow(root).flatMap(({ construct }) => givenTo(construct)));
}

function givenTo(construct: IConstruct): readonly unknown[] {
  if (!ApiObject.isApiObject(construct)) return [];
  const given = objectOf(construct);
  const patches = patchesOf(construct);
  const added = patches.map((patch) => attempt(() => addedBy(patch)));
  const values = added.map((value) => readableCopy(value));
  const isOne = given['kind'] === 'Secret' || values.includes('Secret');
  const texts = { kind: 'Secret', stringData: values.filter((value) => value !== 'Secret') };
  const found = isOne ? [given, texts] : [given];
  // To apply patches copies what they add, once for each place of it.
  const canApply =
    patches.length > 0 && added.every((value) => attempt(() => findUnwritable(value) === undefined) === true);
  return canApply ? [...found, attempt(() => JsonPatch.apply(readableCopy(given), ...patches))] : found;
}

function objectOf(construct: ApiObject): JsonObject {
  const props = readableCopy(Reflect.get(construct, 'props'));
  const identity = readableCopy({
    apiVersion: attempt(() => construct.apiVersion),
    kind: attempt(() => construct.kind),
    metadata: attempt(() => construct.metadata.toJson()),
  });
  const parts = [props, identity].filter(isJsonObject);
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/** Patches that were not applied, for an error came first, or one of them failed. */
function patchesOf(construct: ApiObject): readonly JsonPatch[] {
  const patches: unknown = Reflect.get(construct, 'patches');
  return Array.isArray(patches) ? patches.filter((patch) => patch instanceof JsonPatch) : [];
}

function addedBy(patch: JsonPatch): unknown {
  const operation: unknown = Reflect.get(patch, 'operation');
  return typeof operation === 'object' && operation !== null ? Reflect.get(operation, 'value') : undefined;
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
