/**
 * Names the class of a claim, as `spec.storageClassName` does since 1.6; where both are set, the annotation counts.
 * @see https://github.com/kubernetes/component-helpers/blob/v0.34.0/storage/volume/helpers.go (GetPersistentVolumeClaimClass)
 */
export const STORAGE_CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
