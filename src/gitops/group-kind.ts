import { BUILT_IN_KINDS } from '../knowledge/kubernetes/kinds';

/** `Namespace` → core group; `IngressClassParams.elbv2.k8s.aws` → its group. */
export function groupKind(name: string): { readonly group: string; readonly kind: string } {
  const dot = name.indexOf('.');
  if (dot >= 0) return { group: name.slice(dot + 1), kind: name.slice(0, dot) };
  for (const [key, namespaced] of BUILT_IN_KINDS) {
    const slash = key.lastIndexOf('/');
    if (!namespaced && key.slice(slash + 1) === name) return { group: key.slice(0, slash), kind: name };
  }
  return { group: '', kind: name };
}
