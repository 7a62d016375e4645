import type { SourcePlace } from '../model/source-place';
import { whileReplaced } from './replace';

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

/** The innermost caller that is a bundle, and how many frames away. */
interface Caller {
  readonly frame: SourcePlace;
  readonly depth: number;
}

type FindCaller = (frames: number) => Caller | undefined;

/** Constructors of cdk8s and of our own nest a few deep: mostly twelve frames reach the user, and each costs time. */
const FEW_FRAMES = 12;
const MANY_FRAMES = 100;

/**
 * Runs `build` and remembers where constructs below `root` were created: those that `isWanted` picks.
 * It listens where every construct of every library registers with its parent, so nothing has to cooperate. Only a
 * file and two numbers are kept: a captured stack would hold on to everything that its functions belong to.
 */
export function withTraces(
  root: { readonly node: object },
  isBundle: IsBundle,
  isWanted: (construct: object) => boolean,
  build: () => void,
): ReadonlyMap<object, Trace> {
  const traces = new Map<object, Trace>();
  const prototype = Object.getPrototypeOf(root.node) as NodePrototype;
  const original = prototype.addChild;
  const find = callerFinder(isBundle);
  // A class is mostly made in the same way, so it tells how far its user is.
  const depths = new Map<unknown, number>();
  function addChild(this: NodePrototype, child: object, name: string): void {
    if (isWanted(child)) {
      const known = depths.get(child.constructor) ?? 0;
      const caller = find(known || FEW_FRAMES) ?? find(MANY_FRAMES);
      if (caller !== undefined) {
        traces.set(child, caller);
        if (caller.depth > known) depths.set(child.constructor, caller.depth);
      }
    }
    original.call(this, child, name);
  }
  const isPrepared = Object.hasOwn(Error, 'prepareStackTrace');
  try {
    whileReplaced(prototype, 'addChild', addChild, build);
  } finally {
    if (!isPrepared && Error.prepareStackTrace === undefined)
      delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
  }
  return traces;
}

function callerFinder(isBundle: IsBundle): FindCaller {
  let found: Caller | undefined;
  const prepare = (_error: Error, sites: readonly NodeJS.CallSite[]): string => {
    for (let index = 0; index < sites.length; index++) {
      const site = sites[index] as NodeJS.CallSite;
      const file = site.getFileName();
      if (!file || !isBundle(file)) continue;
      const frame = { file, line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 };
      found = { frame, depth: index + 1 };
      break;
    }
    return '';
  };
  return (frames) => {
    const { prepareStackTrace, stackTraceLimit } = Error;
    found = undefined;
    Error.stackTraceLimit = frames;
    Error.prepareStackTrace = prepare;
    try {
      // Reading it is what runs the function above.
      void new Error().stack;
    } finally {
      // Deleting it instead would cost more than the stack.
      Error.prepareStackTrace = prepareStackTrace;
      Error.stackTraceLimit = stackTraceLimit;
    }
    return found;
  };
}
