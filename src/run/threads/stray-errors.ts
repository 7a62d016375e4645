import type { sourcePlaces } from '../../load/source-places';
import { defined } from '../../model/defined';
import { isToolError, type Problem, ToolError } from '../../model/errors';
import { hideInError } from '../../model/hide-secrets';
import type { JsonObject } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { SecretValues } from '../../model/secret-values';
import { isError, messageOf, traceOf } from '../../model/thrown';

/** Set once apps run in this thread. */
let placeOf: ReturnType<typeof sourcePlaces> | undefined;
let isCollecting = false;
let stray: { readonly error: unknown } | undefined;
let whileIdle: (error: unknown) => void = () => undefined;

/** The Secrets that apps made in this thread, whose values an error may quote that comes later. */
const secrets: JsonObject[] = [];

export function rememberSecrets(objects: readonly RenderedObject[]): void {
  for (const { kind, value } of objects) if (kind === 'Secret') secrets.push(value);
}

/** From now on what nobody catches in this thread is told as the apps', at the line of their code. */
export function placeStrays(find: ReturnType<typeof sourcePlaces>): void {
  placeOf = find;
  secrets.length = 0;
}

/**
 * An error that came when nobody waited for it: from a timer, or a promise without `await`.
 * @returns undefined where no app has run, so that the error cannot come from an app
 */
export function strayError(thrown: unknown): ToolError | undefined {
  if (placeOf === undefined) return undefined;
  return hideInError(toldOf(thrown, placeOf), SecretValues.of(secrets));
}

function toldOf(thrown: unknown, placeOf: ReturnType<typeof sourcePlaces>): ToolError {
  const place = placeOf(traceOf(thrown));
  const located = (problem: Problem): Problem => ({ ...defined({ place }), ...problem });
  if (isToolError(thrown)) return new ToolError(thrown.code, thrown.problems.map(located), { cause: thrown });
  const message = `an app left something running that nobody waits for, and it failed: ${textOf(thrown)}`;
  const fix = 'charts() is synchronous: leave timers, promises and requests out of it, or catch what they throw.';
  return new ToolError('APP_RENDER', [located({ message, fix })], { cause: thrown });
}

/** `fetch failed: connect ECONNREFUSED 127.0.0.1:9` */
function textOf(thrown: unknown): string {
  if (!isError(thrown)) return messageOf(thrown);
  const { cause } = thrown;
  return isError(cause) ? `${messageOf(thrown)}: ${messageOf(cause)}` : messageOf(thrown);
}

/** Told when this thread ends before its work is done: an app that calls process.exit(0) has not succeeded. */
export function earlyEnd(): unknown {
  if (stray !== undefined) return stray.error;
  // The caller of process.exit() stands below us in the stack.
  const place = placeOf?.(new Error());
  const message = 'the process ended before the work was done.';
  return new ToolError('APP_RENDER', [{ message, ...defined({ place }), fix: 'look in the apps for process.exit().' }]);
}

/** Keeps a stray error for the work that is going on; between two works it is told at once. */
export function recordStray(error: unknown): void {
  if (!isCollecting) return whileIdle(error);
  stray ??= { error };
}

/** Where a process works again and again: whom to tell in between. */
export function tellIdleStrays(listener: (error: unknown) => void): void {
  whileIdle = listener;
}

/** Does work. @throws what it throws, or a stray error that came before its end */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  stray = undefined;
  isCollecting = true;
  try {
    const done = await work();
    await turnOfTimers();
    throwStray();
    return done;
  } catch (error) {
    // What came too late may be why an app rendered nothing, or something else.
    if (isToolError(error) && error.code === 'APP_RENDER') {
      await turnOfTimers();
      throwStray();
    }
    throw error;
  } finally {
    isCollecting = false;
  }
}

/** @throws the first stray error of the work that is going on */
export function throwStray(): void {
  if (stray !== undefined) throw stray.error;
}

/** What an app left to the next turn of the event loop has had its turn: timers of one delay fire in their order. */
export function turnOfTimers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
