/** What a team may render. AppProjects are written from this declaration, never from what is rendered. */
export interface Owner {
  readonly name: string;
  /** Namespaces, with `*` for any run of characters. */
  readonly namespaces: readonly string[];
  /** Cluster-scoped kinds as `Kind` (built in) or `Kind.group`. */
  readonly clusterKinds: readonly string[];
  /** Git repositories the owner's Applications may come from; empty means the environment's own. */
  readonly repositories: readonly string[];
  /** The platform owner may also hold ClusterRole, ClusterRoleBinding, webhooks and CRDs. */
  readonly platform: boolean;
}

/** Whether a name matches a pattern in which `*` stands for any run of characters. */
export function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === name;
  const first = parts[0] as string;
  const last = parts[parts.length - 1] as string;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, from);
    if (found < 0 || found + part.length > name.length - last.length) return false;
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
