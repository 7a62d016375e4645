/**
 * Annotations in which a tool keeps the object as it was applied, data of a Secret included, as JSON or compressed.
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/
 * @see https://carvel.dev/kapp/docs/v0.64.x/diff/
 * @see https://github.com/rancher/wrangler/blob/v3.2.0/pkg/apply/apply.go
 * @see https://github.com/banzaicloud/k8s-objectmatcher
 */
export const APPLIED_COPIES = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'kapp.k14s.io/original',
  'objectset.rio.cattle.io/applied',
  'banzaicloud.com/last-applied',
] as const;
