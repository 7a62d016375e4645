import type { Problem } from '../model/errors';

const LOST = 'everything behind its first `await` would be left out, and what was there before deleted.';
const SYNCHRONOUS =
  'make `charts` synchronous; read what has to be waited for before, into environment.yaml or release.yaml.';

/** What JavaScript calls things whose code runs only when somebody asks for the next value. */
const LAZY: ReadonlySet<string> = new Set(['Generator', 'AsyncGenerator', 'Iterator Helper']);

/** Why what `charts` returned says that it has not made everything; undefined where it says no such thing. */
export function returnedProblem(returned: unknown): Pick<Problem, 'message' | 'fix'> | undefined {
  if (isThenable(returned))
    return { message: `\`charts\` returns a promise, and nobody waits for it: ${LOST}`, fix: SYNCHRONOUS };
  // Each is looked at, since a rejection is part of the mistake, and is told with it.
  if (Array.isArray(returned) && returned.filter(isThenable).length > 0)
    return { message: `\`charts\` returns a list of promises, and nobody waits for them: ${LOST}`, fix: SYNCHRONOUS };
  if (isLazy(returned))
    return {
      message:
        '`charts` returns a generator or another lazy iterator, and nobody asks it for values: what its code makes would be left out, and what was there before deleted.',
      fix: 'make `charts` a plain function, and go through lists with `for … of` or `forEach`.',
    };
  return undefined;
}

function isThenable(returned: unknown): boolean {
  const isObject = typeof returned === 'object' || typeof returned === 'function';
  if (!isObject || returned === null || !('then' in returned)) return false;
  if (returned instanceof Promise) returned.catch(() => undefined);
  return typeof returned.then === 'function';
}

function isLazy(returned: unknown): boolean {
  return LAZY.has(Object.prototype.toString.call(returned).slice('[object '.length, -1));
}
