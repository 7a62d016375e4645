/** What Argo CD reads; the objects in it belong to no app. */
export const ARGOCD = '_argocd';
