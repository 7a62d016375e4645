import { at, type FieldPath, isJsonObject, type JsonObject, listAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

export interface ClaimAt {
  readonly spec: JsonObject;
  readonly path: FieldPath;
}

/** Kinds that are a claim or hold templates of claims. */
export const CLAIM_HOLDERS = ['PersistentVolumeClaim', 'apps/StatefulSet'] as const;

/** The claim an object is, or the claim templates it holds. */
export function claimsOf(object: RenderedObject): readonly ClaimAt[] {
  if (object.kind === 'PersistentVolumeClaim' && object.group === '') {
    const spec = at(object.value, 'spec');
    return isJsonObject(spec) ? [{ spec, path: ['spec'] }] : [];
  }
  if (object.kind !== 'StatefulSet') return [];
  return listAt(object.value, 'spec', 'volumeClaimTemplates').flatMap((template, index) => {
    const spec = at(template, 'spec');
    return isJsonObject(spec) ? [{ spec, path: ['spec', 'volumeClaimTemplates', index, 'spec'] }] : [];
  });
}
