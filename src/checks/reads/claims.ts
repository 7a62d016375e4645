import { STORAGE_CLASS_ANNOTATION } from '../../knowledge/kubernetes/storage-class-annotation';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

export interface ClaimAt {
  readonly spec: JsonObject;
  readonly path: FieldPath;
  /** The class it names, and where; undefined where it names none. */
  readonly className: { readonly name: string; readonly path: FieldPath } | undefined;
}

/** Kinds that are a claim or hold templates of claims. */
export const CLAIM_HOLDERS = ['PersistentVolumeClaim', 'apps/StatefulSet'] as const;

/** The claim an object is, or the claim templates it holds. */
export function claimsOf(object: RenderedObject): readonly ClaimAt[] {
  if (object.kind === 'PersistentVolumeClaim' && object.group === '') return claimAt(object.value, []);
  if (object.kind !== 'StatefulSet') return [];
  return listAt(object.value, 'spec', 'volumeClaimTemplates').flatMap((template, index) =>
    claimAt(template, ['spec', 'volumeClaimTemplates', index]),
  );
}

function claimAt(claim: JsonValue, path: FieldPath): readonly ClaimAt[] {
  const spec = at(claim, 'spec');
  return isJsonObject(spec) ? [{ spec, path: [...path, 'spec'], className: classOf(claim, path) }] : [];
}

function classOf(claim: JsonValue, path: FieldPath): ClaimAt['className'] {
  for (const field of [
    ['metadata', 'annotations', STORAGE_CLASS_ANNOTATION],
    ['spec', 'storageClassName'],
  ]) {
    const name = at(claim, ...field);
    if (typeof name === 'string') return { name, path: [...path, ...field] };
  }
  return undefined;
}
