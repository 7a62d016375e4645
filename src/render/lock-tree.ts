import type { IConstruct } from 'constructs';
import { defined } from '../model/defined';
import { ToolError } from '../model/errors';
import { AFTERWARDS, whileWritten } from './late-construct';
import type { RenderOptions } from './to-object';

const MANY_FRAMES = 100;

/**
 * Does work during which nothing can be added to a tree; what is added later is told, or refused where nobody hears it.
 * Every version of `constructs` asks the root, by way of all parents, before it adds a child.
 * @throws what the work throws, or ToolError for what was added meanwhile by code that caught the error
 */
export function whileLocked<T>(root: IConstruct, at: string, { placeOf, onLate }: RenderOptions, work: () => T): T {
  const caught: ToolError[] = [];
  let isOver = false;
  const get = (): boolean => {
    const place = placeOf?.(traceBelow(get));
    const said = isOver ? AFTERWARDS : whileWritten();
    const late = new ToolError('APP_RENDER', [{ ...said, path: at, ...defined({ place }) }]);
    if (!isOver) caught.push(late);
    else if (onLate === undefined) throw late;
    else onLate(late);
    return !isOver;
  };
  Object.defineProperty(root.node, 'locked', { get });
  try {
    const result = work();
    if (caught[0] !== undefined) throw caught[0];
    return result;
  } finally {
    isOver = true;
  }
}

function traceBelow(called: () => boolean): { readonly stack?: string } {
  const { stackTraceLimit } = Error;
  const trace: { stack?: string } = {};
  Error.stackTraceLimit = MANY_FRAMES;
  try {
    Error.captureStackTrace(trace, called);
    // Reading it makes it text.
    void trace.stack;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return trace;
}
