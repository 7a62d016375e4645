/** What makes an object this object on a cluster: always all four. The API version is not part of it. */
export interface ObjectIdentity {
  /** API group; '' for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Absent for cluster-scoped kinds only. */
  readonly namespace?: string;
  readonly name: string;
}

/** One string per identity, for maps. The parts cannot contain the separator. */
export function identityKey(id: ObjectIdentity): string {
  return `${id.group}|${id.kind}|${id.namespace ?? ''}|${id.name}`;
}

/** `Service shop/web`, `Namespace shop`, `ExternalSecret.external-secrets.io shop/db`. */
export function describeIdentity(id: ObjectIdentity): string {
  const kind = id.group.includes('.') && !id.group.endsWith('.k8s.io') ? `${id.kind}.${id.group}` : id.kind;
  return `${kind} ${id.namespace === undefined ? '' : `${id.namespace}/`}${id.name}`;
}

/** `apps/v1` → group `apps`, version `v1`; `v1` → group '', version `v1`. */
export function splitApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}
