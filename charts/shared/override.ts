import type { ApiObject } from 'cdk8s';
import { setOwn } from '../../src/model/json';

/** Part of an object as JSON Merge Patch: a value sets, `null` removes, lists are replaced. */
export type Patch = { readonly [key: string]: unknown };

/**
 * Changes any field of what an object renders, also one that its types do not know. A patch replaces lists whole, so
 * `at` says where it starts when the field lies inside one.
 * @throws Error while rendering, when nothing is at `at`
 * @example
 * import { override, type WebService } from 'cdk8s-eks';
 * export const pin = (web: WebService) => {
 *   override(web.deployment, { spec: { minReadySeconds: 10, progressDeadlineSeconds: null } });
 *   override(web.deployment, { tty: true }, ['spec', 'template', 'spec', 'containers', 0]);
 * };
 * @see https://www.rfc-editor.org/rfc/rfc7386
 */
export function override<T extends ApiObject>(
  object: T,
  patch: Patch | undefined,
  at: readonly (string | number)[] = [],
): T {
  if (patch === undefined) return object;
  const render = object.toJson.bind(object) as () => unknown;
  object.toJson = () => patchAt(render(), at, 0, patch);
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
    else setOwn(merged, key, mergePatch(Object.hasOwn(merged, key) ? merged[key] : undefined, value));
  }
  return merged;
}

/** A copy of `value` whose part at `path` is patched. */
function patchAt(value: unknown, path: readonly (string | number)[], depth: number, patch: Patch): unknown {
  const key = path[depth];
  if (key === undefined) return mergePatch(value, patch);
  if (Array.isArray(value) && typeof key === 'number' && key < value.length) {
    return value.map((item, index) => (index === key ? patchAt(item, path, depth + 1, patch) : item));
  }
  if (isMap(value) && typeof key === 'string' && Object.hasOwn(value, key)) {
    return { ...value, [key]: patchAt(value[key], path, depth + 1, patch) };
  }
  throw new Error(`the override at ${path.join('.')} finds no ${path.slice(0, depth + 1).join('.')} in the object.`);
}

/** What is of some class stays whole, to be refused when it is written. */
function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
