import { STORAGE_CLASS_ANNOTATION } from '../../knowledge/kubernetes/storage-class-annotation';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt } from '../../model/json';
import { POD_KINDS, podTemplateOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

export interface ClaimAt {
  readonly spec: JsonObject;
  readonly path: FieldPath;
  /** The class it names, and where; undefined where it names none. */
  readonly className: { readonly name: string; readonly path: FieldPath } | undefined;
  /** What the server does with a claim that it takes for wrong: it is judged with its object, or when the Pods come. */
  readonly judged: 'with its object' | 'with each Pod';
}

/** Kinds that are a claim or hold templates of claims: a StatefulSet, and all Pods, whose ephemeral volumes are claims. */
export const CLAIM_HOLDERS: readonly string[] = ['PersistentVolumeClaim', ...POD_KINDS];

/**
 * The claim an object is, or the claim templates it holds.
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
 */
export function claimsOf(object: RenderedObject): readonly ClaimAt[] {
  if (object.kind === 'PersistentVolumeClaim' && object.group === '')
    return claimAt(object.value, [], 'with its object');
  const template = podTemplateOf(object);
  if (template === undefined) return [];
  const ephemeral = listAt(template.spec, 'volumes').flatMap((volume, index) => {
    const claim = at(volume, 'ephemeral', 'volumeClaimTemplate');
    const path = [...template.path, 'spec', 'volumes', index, 'ephemeral', 'volumeClaimTemplate'];
    return claim === undefined ? [] : claimAt(claim, path, 'with its object');
  });
  if (object.kind !== 'StatefulSet') return ephemeral;
  const kept = listAt(object.value, 'spec', 'volumeClaimTemplates').flatMap((claim, index) =>
    claimAt(claim, ['spec', 'volumeClaimTemplates', index], 'with each Pod'),
  );
  return [...kept, ...ephemeral];
}

function claimAt(claim: JsonValue, path: FieldPath, judged: ClaimAt['judged']): readonly ClaimAt[] {
  const spec = at(claim, 'spec');
  return isJsonObject(spec) ? [{ spec, path: [...path, 'spec'], className: classOf(claim, path), judged }] : [];
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
