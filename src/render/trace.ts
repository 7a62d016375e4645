import type { SourcePlace } from '../model/source-place';

/** A stack that was captured and is not yet text: V8 formats it when `stack` is first read. */
export interface Trace {
  readonly stack?: string;
}

/** Finds the line of the user's own code in a stack. Who reads files knows how; rendering does not. */
export type PlaceOf = (trace: Trace) => SourcePlace | undefined;

/** Any version of a `constructs` node, as far as it is needed to see children arrive. */
interface NodePrototype {
  addChild(child: object, name: string): void;
}

/** Our own constructs nest a few deep and cdk8s adds its constructors, so ten frames would not reach the user. */
const FRAMES = 50;

/**
 * Runs `build` and remembers where each construct below `root` was created.
 * It listens where every construct of every library registers with its parent, so nothing has to cooperate.
 */
export function withTraces(root: { readonly node: object }, build: () => void): WeakMap<object, Trace> {
  const traces = new WeakMap<object, Trace>();
  const prototype = Object.getPrototypeOf(root.node) as NodePrototype;
  const original = prototype.addChild;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  prototype.addChild = function addChild(this: unknown, child, name) {
    const trace: Trace = {};
    Error.captureStackTrace(trace, prototype.addChild);
    traces.set(child, trace);
    original.call(this, child, name);
  };
  try {
    build();
  } finally {
    prototype.addChild = original;
    Error.stackTraceLimit = limit;
  }
  return traces;
}
