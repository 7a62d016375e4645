/**
 * Groups that Kubernetes itself, EKS and its authenticator give: nobody lists them anywhere. Read on 2026-11-28.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 */
const SYSTEM_GROUPS = [
  /^system:(masters|authenticated|unauthenticated|nodes|monitoring|node-proxier|kube-[a-z-]+)$/,
  /^system:serviceaccounts(:[a-z0-9-]+)?$/,
  /^system:bootstrappers(:[a-z0-9:-]+)?$/,
  /^eks:./,
  /^eks-access-entry:./,
];

/** Whether a group is there without anybody's doing. */
export function isSystemGroup(group: string): boolean {
  return SYSTEM_GROUPS.some((pattern) => pattern.test(group));
}
