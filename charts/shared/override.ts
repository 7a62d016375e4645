import type { ApiObject } from 'cdk8s';
import { fieldPath, setOwn } from '../../src/model/json';
import { findUnwritable, isPlain } from '../../src/model/unwritable';
import { refusal } from './problems';

/** Part of an object as JSON Merge Patch: a value sets, `null` removes, lists are replaced. */
export type Patch = { readonly [key: string]: unknown };

/**
 * Changes any field of what an object renders, also one that its types do not know. A patch replaces lists whole, so
 * `at` says where it starts when the field lies inside one.
 * @throws ToolError for a value that no file can hold; while rendering, when the object has nothing at `at`
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
  const lost = findUnwritable(patch);
  if (lost !== undefined) {
    const field = fieldPath([...at, ...lost.path]) || 'the patch';
    throw refusal(object, `the override: ${field} ${lost.problem}`, lost.fix);
  }
  const render: () => unknown = object.toJson.bind(object);
  object.toJson = () => {
    const json = render();
    const depth = missingAt(json, at);
    if (depth === undefined) return patchAt(json, at, patch);
    throw refusal(
      object,
      `the override at ${at.join('.')} leads nowhere: the object has no ${at.slice(0, depth + 1).join('.')}.`,
      'correct the path, or patch the field above it.',
    );
  };
  return object;
}

/** RFC 7386; only own keys are seen. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isPlain(patch)) return patch;
  const merged: Record<string, unknown> = isPlain(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    const value = patch[key];
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else setOwn(merged, key, mergePatch(Object.hasOwn(merged, key) ? merged[key] : undefined, value));
  }
  return merged;
}

/** Index of the first part of `path` that leads nowhere. */
function missingAt(value: unknown, path: readonly (string | number)[]): number | undefined {
  let current = value;
  for (const [depth, key] of path.entries()) {
    if (Array.isArray(current) && typeof key === 'number' && key < current.length) current = current[key];
    else if (isPlain(current) && typeof key === 'string' && Object.hasOwn(current, key)) current = current[key];
    else return depth;
  }
  return undefined;
}

/** A copy of `value` whose part at `path`, which exists, is patched. */
function patchAt(value: unknown, [key, ...rest]: readonly (string | number)[], patch: Patch): unknown {
  if (key === undefined) return mergePatch(value, patch);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? patchAt(item, rest, patch) : item));
  return isPlain(value) ? { ...value, [key]: patchAt(value[key], rest, patch) } : value;
}
