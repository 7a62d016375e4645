/**
 * Kinds that configure Flux.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/ and .../source/gitrepositories/, read on 2026-11-30
 */
export const KUSTOMIZE_GROUP = 'kustomize.toolkit.fluxcd.io';
export const KUSTOMIZE_API = `${KUSTOMIZE_GROUP}/v1`;
export const SOURCE_GROUP = 'source.toolkit.fluxcd.io';
export const SOURCE_API = `${SOURCE_GROUP}/v1`;
