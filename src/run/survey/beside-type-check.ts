import { isToolError, ToolError } from '../../model/errors';
import { typeCheck } from '../../referee/type-check';
import type { Roots } from './run-options';

/**
 * Does work while the project's own compiler runs.
 * @throws ToolError with the type errors and the problems of the work together
 */
export async function besideTypeCheck<T>(
  roots: Roots,
  options: { readonly typeCheck: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const types = options.typeCheck ? settle(typeCheck(roots.project, roots.cache)) : Promise.resolve(undefined);
  let failure: unknown;
  let done: { readonly value: T } | undefined;
  try {
    done = { value: await work() };
  } catch (error) {
    failure = error;
  }
  const typeError = await types;
  if (failure !== undefined && !isToolError(failure)) throw failure;
  if (isToolError(typeError)) throw withTypes(typeError, failure);
  if (typeError !== undefined) throw typeError;
  if (done === undefined) throw failure;
  return done.value;
}

/** Type errors first. What code with type errors does when it runs is their consequence and is left out. */
function withTypes(types: ToolError, failure: unknown): ToolError {
  if (!isToolError(failure) || failure.code === 'APP_RENDER') return types;
  const others = failure.problems.map((problem) => ({ ...problem, code: failure.code }));
  return new ToolError('TYPES', [...types.problems, ...others]);
}

/** The rejection of a promise as a value, so that it can wait until the rendering has finished. */
async function settle(promise: Promise<void>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error;
  }
}
