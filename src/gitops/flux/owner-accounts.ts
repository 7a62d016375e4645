import { DISABLED, FLUX_PRUNE } from '../../knowledge/flux/annotations';
import { defined } from '../../model/defined';
import { deliveryName } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { GitOps } from '../../model/gitops';
import type { ObjectIdentity } from '../../model/identity';
import type { JsonObject } from '../../model/json';
import { by } from '../../model/order';

const RBAC = 'rbac.authorization.k8s.io';

/** The account of an owner, and what binds it to its role in the whole cluster. */
export function accountIdentities(environment: Environment, owner: string): readonly ObjectIdentity[] {
  const name = deliveryName(environment, owner);
  const account = { group: '', kind: 'ServiceAccount', ...defined({ namespace: environment.gitops?.namespace }), name };
  return [account, { group: RBAC, kind: 'ClusterRoleBinding', name: bindingName(name) }];
}

const bindingName = (account: string): string => `flux-${account}`;

/**
 * The ServiceAccount of each declared owner, as which its apps are applied. The platform's owner may do everything, as the
 * controller itself; all others may do what a RoleBinding in their namespaces says, which the app that renders the namespace
 * brings along: a binding cannot be there before its namespace.
 * Flux deletes neither: a Kustomization whose account is gone leaves all objects of its app behind.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#role-based-access-control
 */
export function ownerAccounts(environment: Environment, gitops: GitOps): readonly JsonObject[] {
  if (gitops.flux?.ownerAccounts !== true) return [];
  const { namespace } = gitops;
  const owners = Object.values(environment.owners).sort(by((owner) => owner.name));
  return owners.flatMap((owner): readonly JsonObject[] => {
    const name = deliveryName(environment, owner.name);
    const annotations = { [FLUX_PRUNE]: DISABLED };
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, annotations } };
    if (!owner.platform) return [account];
    const binding = {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: bindingName(name), annotations },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    };
    return [account, binding];
  });
}
