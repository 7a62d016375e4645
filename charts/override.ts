import type { ApiObject } from 'cdk8s';

/** Part of an object as JSON Merge Patch: a value sets, `null` removes, lists are replaced. */
export type Patch = { readonly [key: string]: unknown };

/**
 * Changes any field of what an object renders, also one that its types do not know.
 * @example
 * import { override, type WebService } from 'cdk8s-eks';
 * export const pin = (web: WebService) =>
 *   override(web.deployment, { spec: { minReadySeconds: 10, progressDeadlineSeconds: null } });
 * @see https://www.rfc-editor.org/rfc/rfc7386
 */
export function override<T extends ApiObject>(object: T, patch: Patch | undefined): T {
  if (patch === undefined) return object;
  const render = object.toJson.bind(object) as () => unknown;
  object.toJson = () => mergePatch(render(), patch);
  return object;
}

/** RFC 7386; only own keys are seen. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const merged: Record<string, unknown> = isMap(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    const value = patch[key];
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
