import { wantsForTypes } from '../../referee/types/compiler';
import type { Roots } from './run-options';

/**
 * Why a run does not check types, which people must hear: a misspelt name of something that only JavaScript reads is then
 * found by nobody.
 * @param asked whether the run was asked to check them
 * @returns the end of a sentence; undefined where they are checked
 */
export function uncheckedTypes(roots: Roots, asked: boolean): string | undefined {
  const wanting = wantsForTypes(roots.project);
  if (wanting !== undefined) return `types not checked: there is no ${wanting}`;
  return asked ? undefined : 'types not checked';
}
