import { ToolError } from '../../model/errors';
import { fieldPath } from '../../model/json';
import { findUnwritable, type Unwritable, type UnwritableOptions } from '../../model/unwritable';
import { step } from './tidy';

/**
 * Throws for the field of an object that cannot be written, with the reason. Returns for other errors, such as a token
 * that throws.
 * @param construct path of what makes the object
 * @throws ToolError APP_RENDER
 */
export function refuseField(object: object, construct: string, options: UnwritableOptions = { step }): void {
  let found: Unwritable | undefined;
  try {
    found = findUnwritable(object, options);
  } catch {
    return;
  }
  if (found === undefined) return;
  const message = `${fieldPath(found.path) || 'the object'} ${found.problem}`;
  throw new ToolError('APP_RENDER', [{ message, path: construct, fix: found.fix }]);
}
