import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';

/** The definition an object is judged by; undefined when its kind has no schema in this version. */
export function definitionOf(object: RenderedObject, { kubernetes, custom }: SchemaStore): string | undefined {
  const key = `${object.apiVersion}/${object.kind}`;
  if (Object.hasOwn(kubernetes.kinds, key)) return kubernetes.kinds[key];
  return Object.hasOwn(custom.kinds, key) ? custom.kinds[key] : undefined;
}
