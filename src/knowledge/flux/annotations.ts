/**
 * Annotations of objects that Flux's kustomize-controller reads. It deletes nothing whose object on the cluster says
 * `prune: disabled`, neither when the object leaves Git nor when its Kustomization goes.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources read on 2026-11-30, kustomize-controller 1.9.6
 */
export const FLUX_PRUNE = 'kustomize.toolkit.fluxcd.io/prune';
/** `enabled`: an object that cannot be changed is deleted and made anew. Case does not count. */
export const FLUX_FORCE = 'kustomize.toolkit.fluxcd.io/force';

export const DISABLED = 'disabled';
export const ENABLED = 'enabled';

/** What each key of Flux may say, in any case; it passes over any other word, as if nothing was said. */
export const FLUX_WORDS: Readonly<Record<string, readonly string[]>> = {
  [FLUX_PRUNE]: [ENABLED, DISABLED],
  [FLUX_FORCE]: [ENABLED, DISABLED],
  'kustomize.toolkit.fluxcd.io/ssa': ['Override', 'Merge', 'IfNotPresent', 'Ignore'],
  'kustomize.toolkit.fluxcd.io/reconcile': [ENABLED, DISABLED],
};
