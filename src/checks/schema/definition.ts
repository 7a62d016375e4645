import { isBuiltIn } from '../../model/kinds';
import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';

/** Kinds that Kubernetes itself once had and that no version with a schema knows. */
const GONE: ReadonlySet<string> = new Set(['policy/PodSecurityPolicy']);

/** The definition an object is judged by; undefined when its kind has no schema in this version. */
export function definitionOf(object: RenderedObject, { kubernetes, custom }: SchemaStore): string | undefined {
  const key = `${object.apiVersion}/${object.kind}`;
  if (Object.hasOwn(kubernetes.kinds, key)) return kubernetes.kinds[key];
  return Object.hasOwn(custom.kinds, key) ? custom.kinds[key] : undefined;
}

/** Why there is no definition: Kubernetes' own API in a version it does not serve, or a kind nobody has told us of. */
export function isKubernetesOwn({ group, kind, apiVersion }: RenderedObject, { servedIn }: SchemaStore): boolean {
  return (
    isBuiltIn(group, kind) ||
    Object.hasOwn(servedIn, `${apiVersion}/${kind}`) ||
    group === 'extensions' ||
    GONE.has(`${group}/${kind}`)
  );
}
