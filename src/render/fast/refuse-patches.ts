import type { JsonPatch } from 'cdk8s';
import { ToolError } from '../../model/errors';
import { type FieldPath, fieldPath, isJsonObject, textAt } from '../../model/json';
import { findUnwritable, notPlain } from '../../model/unwritable';

/**
 * Refuses what a JSON patch would change or lose: it is applied to a copy by way of JSON, which makes text of a date,
 * null of NaN, and nothing of a function.
 * @param construct path of what is patched
 * @throws ToolError APP_RENDER with the field of the object
 */
export function refusePatches(patches: readonly JsonPatch[], construct: string): void {
  for (const patch of patches) {
    const operation: unknown = patch._toJson();
    const path = textAt(operation, 'path');
    if (path === undefined || !isJsonObject(operation)) continue;
    const found = findUnwritable(operation['value'], { wrongLeaf });
    if (found === undefined) continue;
    const field = fieldPath([...pointed(path), ...found.path]);
    const message = `the JSON patch \`${textAt(operation, 'op')} ${path}\`: ${field || 'the object'} ${found.problem}`;
    throw new ToolError('APP_RENDER', [{ message, path: construct, fix: found.fix }]);
  }
}

function wrongLeaf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'function':
    case 'symbol':
      return notPlain(value);
    case 'bigint':
      return `is the bigint ${value}, which a JSON patch cannot carry.`;
    case 'number':
      return Number.isFinite(value) ? undefined : `is ${value}, which JSON and so Kubernetes cannot hold.`;
    default:
      return undefined;
  }
}

/** `/spec/ports/0/name` as the path of a field. @see https://www.rfc-editor.org/rfc/rfc6901 */
function pointed(pointer: string): FieldPath {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}
