import type { SourcePlace } from '../model/source-place';

/** Where something was made: the line of a bundle, or a stack as text. */
export interface Trace {
  /** Innermost place in a user's bundle, by the lines of the bundle. */
  readonly frame?: SourcePlace;
  readonly stack?: string;
}

/** Finds the line of the user's own code. Who reads files knows how; rendering does not. */
export type PlaceOf = (trace: Trace) => SourcePlace | undefined;

/** Whether a running file is a bundle of the user's code. */
export type IsBundle = (file: string) => boolean;

/** Any version of a `constructs` node, as far as it is needed to see children arrive. */
interface NodePrototype {
  addChild(child: object, name: string): void;
}

interface Caller {
  readonly frame: SourcePlace;
  readonly depth: number;
}

/** Constructors of cdk8s and of our own nest a few deep: mostly ten frames reach the user, and each costs time. */
const FEW_FRAMES = 10;
const MANY_FRAMES = 100;

/**
 * Runs `build` and remembers where each construct below `root` was created.
 * It listens where every construct of every library registers with its parent, so nothing has to cooperate. Only a
 * file and two numbers are kept: a captured stack would hold on to everything that its functions belong to.
 */
export function withTraces(
  root: { readonly node: object },
  isBundle: IsBundle,
  build: () => void,
): ReadonlyMap<object, Trace> {
  const traces = new Map<object, Trace>();
  const prototype = Object.getPrototypeOf(root.node) as NodePrototype;
  const original = prototype.addChild;
  // A class is mostly made in the same way, so it tells how far its user is.
  const depths = new Map<unknown, number>();
  prototype.addChild = function addChild(this: unknown, child, name) {
    const known = depths.get(child.constructor) ?? 0;
    const caller = callerIn(isBundle, addChild, known || FEW_FRAMES) ?? callerIn(isBundle, addChild, MANY_FRAMES);
    if (caller !== undefined) {
      traces.set(child, { frame: caller.frame });
      if (caller.depth > known) depths.set(child.constructor, caller.depth);
    }
    original.call(this, child, name);
  };
  try {
    build();
  } finally {
    prototype.addChild = original;
  }
  return traces;
}

/** The innermost caller that is a bundle, and how many frames away. */
function callerIn(isBundle: IsBundle, below: NodePrototype['addChild'], frames: number): Caller | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  let found: Caller | undefined;
  Error.stackTraceLimit = frames;
  Error.prepareStackTrace = (_error, sites) => {
    for (const [index, site] of sites.entries()) {
      const file = site.getFileName();
      if (!file || !isBundle(file)) continue;
      const frame = { file, line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 };
      found = { frame, depth: index + 1 };
      break;
    }
    return '';
  };
  try {
    const holder: { stack?: string } = {};
    Error.captureStackTrace(holder, below);
    // Reading it is what runs the function above.
    void holder.stack;
  } finally {
    if (prepareStackTrace === undefined) delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
    else Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
  return found;
}
