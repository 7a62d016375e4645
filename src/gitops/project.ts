import { SYNC_WAVE } from '../knowledge/argocd/annotations';
import { ARGOCD_API, ARGOCD_GROUP, ARGOCD_KINDS } from '../knowledge/argocd/kinds';
import { hasFeature } from '../knowledge/argocd/versions';
import { BUILT_IN_KINDS } from '../knowledge/kubernetes/kinds';
import { deliveryName } from '../model/delivery-name';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { type Owner, PLATFORM_ONLY_KINDS } from '../model/owner';
import { destinationOf } from './destination';
import { sourceNamespacesOf } from './source-namespaces';

/**
 * An owner's project, written from the declaration in `defaults.yaml` and never from the rendered objects: Argo CD
 * refuses whatever the declaration does not list. By its wave the project is made before its Applications and deleted
 * after the last of them, because an Application without its project can neither sync nor clean up.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/project-specification/
 */
export function appProject(environment: Environment, gitops: GitOps, owner: Owner): JsonObject {
  const target = destinationOf(gitops.destination);
  return {
    apiVersion: ARGOCD_API,
    kind: 'AppProject',
    metadata: {
      name: deliveryName(environment, owner.name),
      namespace: gitops.namespace,
      annotations: { [SYNC_WAVE]: '-1' },
    },
    spec: {
      description: `What ${owner.name} may have on ${environment.clusterName}`,
      ...sourceNamespacesOf(gitops, owner.applicationNamespaces),
      sourceRepos: owner.repositories.length > 0 ? [...owner.repositories] : [gitops.repoURL],
      destinations: owner.namespaces.map((namespace) => ({ ...target, namespace })),
      clusterResourceWhitelist: owner.clusterKinds.flatMap((kind) => permissions(kind, owner, gitops)),
      namespaceResourceBlacklist: ARGOCD_KINDS.map((kind) => ({ group: ARGOCD_GROUP, kind })),
    },
  };
}

/**
 * One entry per kind. Argo CD 3.3 and later restrict Namespaces to the owner's names. Older versions drop `name` and
 * would permit every Namespace; the rule `policy/valid-owner-namespace` refuses the others before Argo CD sees them.
 */
function permissions(name: string, owner: Owner, gitops: GitOps): readonly JsonObject[] {
  const { group, kind } = groupKind(name);
  if (PLATFORM_ONLY_KINDS.has(kind) && !owner.platform) return [];
  if (group !== '' || kind !== 'Namespace' || !hasFeature(gitops.version, 'whitelistNames')) return [{ group, kind }];
  return owner.namespaces.map((pattern) => ({ group, kind, name: pattern }));
}

/** `Namespace` → core group; `IngressClassParams.elbv2.k8s.aws` → its group. */
function groupKind(name: string): { readonly group: string; readonly kind: string } {
  const dot = name.indexOf('.');
  if (dot >= 0) return { group: name.slice(dot + 1), kind: name.slice(0, dot) };
  for (const [key, namespaced] of BUILT_IN_KINDS) {
    const slash = key.lastIndexOf('/');
    if (!namespaced && key.slice(slash + 1) === name) return { group: key.slice(0, slash), kind: name };
  }
  return { group: '', kind: name };
}
