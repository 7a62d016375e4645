/** What a team may render. AppProjects are written from this declaration, never from what is rendered. */
export interface Owner {
  readonly name: string;
  /** Namespaces, with `*` for any run of characters. */
  readonly namespaces: readonly string[];
  /** Cluster-scoped kinds as `Kind` (built in) or `Kind.group`. */
  readonly clusterKinds: readonly string[];
  /** Git repositories the owner's Applications may come from; empty means the environment's own. */
  readonly repositories: readonly string[];
  /** Namespaces, beside Argo CD's own, in which the owner keeps Applications of its own making. */
  readonly applicationNamespaces?: readonly string[];
  /** The platform owner may also hold ClusterRole, ClusterRoleBinding, webhooks and CRDs. */
  readonly platform: boolean;
  /** Add-ons of the catalogue that its apps may have installed by Applications of their own; only with `platform`. */
  readonly addOns?: readonly string[];
}

/** Whether a name matches a pattern in which `*` stands for any run of characters. */
export function matchesPattern(pattern: string, name: string): boolean {
  const [start = '', ...middle] = pattern.split('*');
  const end = middle.pop();
  if (end === undefined) return pattern === name;
  if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length) return false;
  let from = start.length;
  for (const part of middle) {
    const found = name.indexOf(part, from);
    if (found < 0 || found + part.length > name.length - end.length) return false;
    from = found + part.length;
  }
  return true;
}

/** `Namespace`, `IngressClassParams.elbv2.k8s.aws`: how the owners' list names a cluster-scoped kind. */
export function clusterKindName(group: string, kind: string, builtIn: boolean): string {
  return builtIn ? kind : `${kind}.${group}`;
}

/** What only the platform's owner may hold, whatever a declaration says: it decides what others may do. */
export const PLATFORM_ONLY_KINDS: ReadonlySet<string> = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'APIService',
]);
