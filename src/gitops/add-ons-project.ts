import { SYNC_WAVE } from '../knowledge/argocd/annotations';
import { ARGOCD_API, ARGOCD_GROUP, ARGOCD_KINDS } from '../knowledge/argocd/kinds';
import { hasFeature } from '../knowledge/argocd/versions';
import { type AddOnPlaces, addOnPlaces } from '../model/add-on-places';
import { ADD_ONS_PROJECT, deliveryName } from '../model/delivery-name';
import { destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { groupKind } from './group-kind';
import { subscriptionsOf } from './notifications';
import { sourceNamespacesOf } from './source-namespaces';
import { syncWindowsOf } from './sync-windows';

/**
 * The project that Applications of add-ons stand in, written from the owners' `addOns` and the catalogue: the repositories
 * of those add-ons, the kinds they make and the namespaces they write into. Absent where no owner may have any.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/project-specification/
 */
export function addOnsProject(environment: Environment, gitops: GitOps): JsonObject | undefined {
  const places = addOnPlaces(environment);
  if (places === undefined) return undefined;
  const target = destinationOf(gitops.destination);
  return {
    apiVersion: ARGOCD_API,
    kind: 'AppProject',
    metadata: {
      name: deliveryName(environment, ADD_ONS_PROJECT),
      namespace: gitops.namespace,
      annotations: { [SYNC_WAVE]: '-1', ...subscriptionsOf(gitops) },
    },
    spec: {
      description: `Add-ons of ${environment.clusterName}`,
      ...sourceNamespacesOf(gitops),
      sourceRepos: [...places.repositories],
      destinations: places.namespaces.map((namespace) => ({ ...target, namespace })),
      clusterResourceWhitelist: [...namespacesOf(places, gitops), ...places.clusterKinds.map(groupKind)],
      namespaceResourceBlacklist: ARGOCD_KINDS.map((kind) => ({ group: ARGOCD_GROUP, kind })),
      ...syncWindowsOf(environment, gitops),
    },
  };
}

/** Argo CD makes the namespace of an add-on itself, and asks the project about that too. */
function namespacesOf({ namespaces }: AddOnPlaces, gitops: GitOps): readonly JsonObject[] {
  const kind = { group: '', kind: 'Namespace' };
  return hasFeature(gitops.version, 'whitelistNames') ? namespaces.map((name) => ({ ...kind, name })) : [kind];
}
