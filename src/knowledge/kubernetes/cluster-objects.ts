/** An object that is on a cluster before anybody applies one. */
export interface ClusterObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Keys that a ConfigMap holds. */
  readonly keys?: readonly string[];
}

export const namespaceNamed = (name: string): ClusterObject => ({ group: '', kind: 'Namespace', name });

/**
 * What every cluster has by name. Read on 2026-11-29.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
 * @see https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/
 */
export const CLUSTER_OBJECTS: readonly ClusterObject[] = [
  ...['default', 'kube-system', 'kube-public', 'kube-node-lease'].map(namespaceNamed),
  ...['system-cluster-critical', 'system-node-critical'].map((name) => ({
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    name,
  })),
  { group: '', kind: 'Service', namespace: 'default', name: 'kubernetes' },
  { group: '', kind: 'ConfigMap', namespace: 'kube-system', name: 'extension-apiserver-authentication' },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'Role',
    namespace: 'kube-system',
    name: 'extension-apiserver-authentication-reader',
  },
];

/**
 * What the controllers of Kubernetes put into every namespace, with its keys.
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/ (root-ca-certificate-publisher)
 */
const IN_EVERY_NAMESPACE: Readonly<Record<string, { readonly name: string; readonly keys?: readonly string[] }>> = {
  ServiceAccount: { name: 'default' },
  ConfigMap: { name: 'kube-root-ca.crt', keys: ['ca.crt'] },
};

/**
 * The roles that the API server makes at its start.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 */
const DEFAULT_ROLE = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** What every cluster has of that kind by a pattern: in each namespace, or by the beginning of the name. */
export function inEveryCluster({ group, kind, namespace, name }: ClusterObject): ClusterObject | undefined {
  if (group === '' && namespace !== undefined) {
    const found = Object.hasOwn(IN_EVERY_NAMESPACE, kind) ? IN_EVERY_NAMESPACE[kind] : undefined;
    return found?.name === name ? { group, kind, namespace, ...found } : undefined;
  }
  const isRole = group === 'rbac.authorization.k8s.io' && kind === 'ClusterRole';
  return isRole && DEFAULT_ROLE.test(name) ? { group, kind, name } : undefined;
}
