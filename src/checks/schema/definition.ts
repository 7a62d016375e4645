import { isBuiltIn } from '../../knowledge/kubernetes/kinds';
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

/** The objects whose kind has no schema in this version, of lists that hold one kind each. */
export function withoutDefinition(
  kinds: readonly (readonly RenderedObject[])[],
  schemas: SchemaStore,
): readonly RenderedObject[] {
  const found: RenderedObject[] = [];
  for (const objects of kinds) {
    let apiVersion: string | undefined;
    let defined = false;
    for (const object of objects) {
      if (object.apiVersion !== apiVersion) {
        apiVersion = object.apiVersion;
        defined = definitionOf(object, schemas) !== undefined;
      }
      if (!defined) found.push(object);
    }
  }
  return found;
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
