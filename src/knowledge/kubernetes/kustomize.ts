/**
 * The group of the files that kustomize reads on the way: no cluster serves it.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export const KUSTOMIZE_GROUP = 'kustomize.config.k8s.io';
