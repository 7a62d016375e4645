import { SYNC_WAVE } from '../knowledge/argocd/annotations';
import { ARGOCD_API, ARGOCD_GROUP, ARGOCD_KINDS } from '../knowledge/argocd/kinds';
import { hasFeature } from '../knowledge/argocd/versions';
import { deliveryName } from '../model/delivery-name';
import { controlPlaneOf, destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { type Owner, PLATFORM_ONLY_KINDS } from '../model/owner';
import { groupKind } from './group-kind';
import { subscriptionsOf } from './notifications';
import { sourceNamespacesOf } from './source-namespaces';
import { syncWindowsOf } from './sync-windows';

/**
 * An owner's project, written from the declaration in `defaults.yaml` and never from the rendered objects: Argo CD
 * refuses whatever the declaration does not list. By its wave the project is made before its Applications and deleted
 * after the last of them, because an Application without its project can neither sync nor clean up. An owner of add-ons may
 * hold Applications beside Argo CD's own; those stand in the project of add-ons.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/project-specification/
 */
export function appProject(environment: Environment, gitops: GitOps, owner: Owner): JsonObject {
  const target = destinationOf(gitops.destination);
  const ownsApplications = owner.platform && (owner.addOns ?? []).length > 0;
  return {
    apiVersion: ARGOCD_API,
    kind: 'AppProject',
    metadata: {
      name: deliveryName(environment, owner.name),
      namespace: gitops.namespace,
      annotations: { [SYNC_WAVE]: '-1', ...subscriptionsOf(gitops, owner.name) },
    },
    spec: {
      description: `What ${owner.name} may have on ${environment.clusterName}`,
      ...sourceNamespacesOf(gitops, owner.applicationNamespaces),
      sourceRepos: owner.repositories.length > 0 ? [...owner.repositories] : [gitops.repoURL],
      destinations: [
        ...owner.namespaces.map((namespace) => ({ ...target, namespace })),
        ...(ownsApplications ? [{ ...controlPlaneOf(gitops), namespace: gitops.namespace }] : []),
      ],
      clusterResourceWhitelist: owner.clusterKinds.flatMap((kind) => permissions(kind, owner, gitops)),
      namespaceResourceBlacklist: ARGOCD_KINDS.filter((kind) => !ownsApplications || kind !== 'Application').map(
        (kind) => ({ group: ARGOCD_GROUP, kind }),
      ),
      ...syncWindowsOf(environment, gitops),
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
