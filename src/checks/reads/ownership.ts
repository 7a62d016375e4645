import { ARGOCD_GROUP, ARGOCD_KINDS } from '../../knowledge/argocd/kinds';
import { isBuiltIn } from '../../knowledge/kubernetes/kinds';
import { clusterKindName, matchesPattern, type Owner, PLATFORM_ONLY_KINDS } from '../../model/owner';

interface Placed {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
}

/** Why an owner may not have an object's kind; undefined when it may. */
export function kindRefusal(owner: Owner, object: Placed): string | undefined {
  if (object.group === ARGOCD_GROUP && ARGOCD_KINDS.some((kind) => kind === object.kind))
    return 'only the tool itself renders Argo CD’s own objects';
  if (object.namespace !== undefined) return undefined;
  if (PLATFORM_ONLY_KINDS.has(object.kind) && !owner.platform) return 'only the platform’s owner may have it';
  const name = clusterKindName(object.group, object.kind, isBuiltIn(object.group, object.kind));
  return owner.clusterKinds.includes(name)
    ? undefined
    : `its clusterKinds are: ${owner.clusterKinds.join(', ') || 'none'}`;
}

/** Whether an owner may render into a namespace, or a Namespace of that name. */
export function namespaceAllowed(owner: Owner, namespace: string): boolean {
  return owner.namespaces.some((pattern) => matchesPattern(pattern, namespace));
}
