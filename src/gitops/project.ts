import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { BUILT_IN_KINDS } from '../model/kinds';
import { ARGOCD_KINDS, type Owner, PLATFORM_ONLY } from '../model/owner';
import { destinationOf } from './destination';
import { deliveryName } from './names';

/**
 * An owner's project, written from the declaration in `defaults.yaml` and never from what is rendered:
 * what it does not list, Argo CD refuses.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/project-specification/
 */
export function appProject(environment: Environment, gitops: GitOps, owner: Owner): JsonObject {
  const kinds = owner.clusterKinds.filter((kind) => owner.platform || !PLATFORM_ONLY.has(kind));
  const target = destinationOf(gitops.destination);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: deliveryName(environment, owner.name), namespace: gitops.namespace },
    spec: {
      description: `What ${owner.name} may have on ${environment.clusterName}`,
      sourceRepos: owner.repositories.length > 0 ? [...owner.repositories] : [gitops.repoURL],
      destinations: owner.namespaces.map((namespace) => ({ ...target, namespace })),
      clusterResourceWhitelist: kinds.map(groupKind),
      namespaceResourceBlacklist: [...ARGOCD_KINDS].map((kind) => ({ group: 'argoproj.io', kind })),
    },
  };
}

/** `Namespace` → core group; `IngressClassParams.elbv2.k8s.aws` → its group. */
function groupKind(name: string): JsonObject {
  const dot = name.indexOf('.');
  if (dot >= 0) return { group: name.slice(dot + 1), kind: name.slice(0, dot) };
  for (const [key, namespaced] of BUILT_IN_KINDS) {
    const slash = key.lastIndexOf('/');
    if (!namespaced && key.slice(slash + 1) === name) return { group: key.slice(0, slash), kind: name };
  }
  return { group: '', kind: name };
}
