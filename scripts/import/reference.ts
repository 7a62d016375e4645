import type { Definitions } from './open-api';

const REFERENCE = 'https://kubernetes.io/docs/reference/generated/kubernetes-api';
/** `io.k8s.api.rbac.v1.Role` → the package of its group, its version, its name. */
const NAME = /^(.*)\.(v\d\w*)\.(\w+)$/;

/** Addresses of definitions in the reference of one version of Kubernetes, whose anchors are made of their names. */
export function referenceOf(version: string, definitions: Definitions): (name: string) => string | undefined {
  const groups = groupsByPackage(definitions);
  return (name) => {
    const [, folder = '', served, kind] = NAME.exec(name) ?? [];
    const group = groups.get(folder);
    if (group === undefined || served === undefined || kind === undefined) return undefined;
    return `${REFERENCE}/v${version}/#${kind.toLowerCase()}-${served}-${group.replaceAll('.', '-')}`;
  };
}

/** `io.k8s.api.rbac` → `rbac.authorization.k8s.io`, as the kinds beside say; the kinds of `meta` are in every group. */
function groupsByPackage(definitions: Definitions): ReadonlyMap<string, string> {
  const found = new Map<string, string>([['io.k8s.apimachinery.pkg.apis.meta', 'meta']]);
  for (const [name, schema] of Object.entries(definitions)) {
    const [, folder = ''] = NAME.exec(name) ?? [];
    const [kind] = schema['x-kubernetes-group-version-kind'] ?? [];
    if (kind !== undefined && !found.has(folder)) found.set(folder, kind.group === '' ? 'core' : kind.group);
  }
  return found;
}
