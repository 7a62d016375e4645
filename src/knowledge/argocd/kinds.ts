export const ARGOCD_GROUP = 'argoproj.io';
export const ARGOCD_API = `${ARGOCD_GROUP}/v1alpha1`;

/**
 * Kinds that configure Argo CD itself.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/declarative-setup/
 */
export const ARGOCD_KINDS = ['Application', 'ApplicationSet', 'AppProject'] as const;
