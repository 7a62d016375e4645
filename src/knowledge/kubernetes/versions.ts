/**
 * Minor versions of Kubernetes that an environment may run, oldest first; each has its schema in `imports/schemas/`.
 * EKS decides for itself when it offers one: it had not announced 1.37 when this was read (2026-11-28).
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const KUBERNETES_VERSIONS: readonly string[] = [
  '1.28',
  '1.29',
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
  '1.37',
];
