import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { byCodeUnit } from '../model/order';

/**
 * Namespaces whose Applications may use a project: Argo CD's own and the declared ones. A self-managed Argo CD always
 * permits its own namespace; the EKS capability permits listed namespaces only. An Application in a namespace that its
 * project does not permit is never synced.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-projects.html
 */
export function sourceNamespacesOf(gitops: GitOps, declared: readonly string[] = []): JsonObject {
  if (gitops.flavour === 'self-managed' && declared.length === 0) return {};
  return { sourceNamespaces: [...new Set([gitops.namespace, ...declared])].sort(byCodeUnit) };
}
