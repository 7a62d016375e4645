import { type FieldPath, textAt } from '../json';
import { podTemplatesOf } from '../pod-spec';
import type { RenderedObject } from '../rendered-object';
import type { AppObjects } from './app-objects';
import { podReferences } from './pod-references';
import { startsPods } from './pod-starts';

/** What mounts a claim: most classes make its volume for the first Pod only, and until then the claim is Pending. */
export interface ClaimUse {
  readonly claim: RenderedObject;
  readonly user: RenderedObject;
  /** Where the user names it. */
  readonly path: FieldPath;
  /** Whether the sync starts the user's Pods. */
  readonly starts: boolean;
}

/** The uses of each claim of an app, by the claim. One that names its volume is bound without Pods, and left out. */
export function claimUses({ all, find }: AppObjects): ReadonlyMap<RenderedObject, readonly ClaimUse[]> {
  const found = new Map<RenderedObject, ClaimUse[]>();
  for (const user of all) {
    for (const { id, path } of podTemplatesOf(user).flatMap(podReferences)) {
      const claim = id.kind === 'PersistentVolumeClaim' ? find(id) : undefined;
      if (claim === undefined || hasItsVolume(claim)) continue;
      const use = { claim, user, path, starts: startsPods(user) };
      found.set(claim, [...(found.get(claim) ?? []), use]);
    }
  }
  return found;
}

/** A claim of a volume that exists is bound at once. */
export function hasItsVolume({ value }: RenderedObject): boolean {
  return textAt(value, 'spec', 'storageClassName') === '' && textAt(value, 'spec', 'volumeName') !== undefined;
}
