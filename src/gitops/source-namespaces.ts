import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { byCodeUnit } from '../model/order';

/**
 * From where Applications may use a project: Argo CD's own namespace, and those that are declared. A self-managed
 * Argo CD permits its own always; the EKS capability permits none that is not in the list, and an Application whose
 * project does not permit its namespace is never synced.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-projects.html
 */
export function sourceNamespacesOf(gitops: GitOps, declared: readonly string[] = []): JsonObject {
  if (gitops.flavour === 'self-managed' && declared.length === 0) return {};
  return { sourceNamespaces: [...new Set([gitops.namespace, ...declared])].sort(byCodeUnit) };
}
