import { ToolError } from '../../model/errors';
import { refuseData, refuseDepth } from '../yaml/refusals';
import { YamlError } from '../yaml/yaml-error';
import { isPlain, MAX_DEPTH, step } from './tidy';

/**
 * Throws for the field of an object that cannot be written, with the reason. Returns for other errors, such as a token
 * that throws.
 * @param construct path of what makes the object
 * @throws ToolError APP_RENDER
 */
export function refuseField(object: object, construct: string): void {
  try {
    walk(object, [], 0);
  } catch (error) {
    if (!(error instanceof YamlError)) return;
    const fix = 'write plain maps, lists, strings, booleans and numbers.';
    throw new ToolError('APP_RENDER', [{ message: error.message, path: construct, fix }]);
  }
}

/** @param depth counts resolved tokens too, since a token may resolve to another one without end */
function walk(value: unknown, path: readonly (string | number)[], depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) refuseDepth(path, path.length, MAX_DEPTH);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], depth + 1);
    return;
  }
  const replaced = step(value);
  if (replaced !== value) return walk(replaced, path, depth + 1);
  if (!isPlain(value)) refuseData(value, path, path.length);
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], depth + 1);
}
