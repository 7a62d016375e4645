const FRAMES = 30;

/** Returns the stack below the caller of a function, as text. */
export function stackBelow(called: (...args: never[]) => unknown, frames = FRAMES): string {
  const trace: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  Error.captureStackTrace(trace, called);
  Error.stackTraceLimit = limit;
  return trace.stack ?? '';
}
