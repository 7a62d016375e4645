import type { IConstruct } from 'constructs';
import type { SourcePlace } from '../model/source-place';
import { whileReplaced } from './replace';

/** Where a construct was made: the line of a bundle, or a stack as text. */
export interface Trace {
  /** Innermost place in a user's bundle; lines and columns are those of the bundle. */
  readonly frame?: SourcePlace;
  readonly stack?: string;
}

/** Finds the line of the user's own code. Rendering reads no source maps, so the caller provides this. */
export type PlaceOf = (trace: Trace) => SourcePlace | undefined;

/** Whether a running file is a bundle of the user's code. */
export type IsBundle = (file: string) => boolean;

/** The part of a `constructs` node, of any version, that registers children. */
interface NodePrototype {
  readonly root: object;
  addChild(child: object, name: string): void;
}

/** The innermost caller in a bundle, and its distance in frames. */
interface Caller {
  readonly frame: SourcePlace;
  readonly depth: number;
}

type FindCaller = (frames: number) => Caller | undefined;

/** Frames that mostly reach the user's code: constructors nest only a few deep, and each captured frame costs time. */
const FEW_FRAMES = 12;
const MANY_FRAMES = 100;

export interface WatchOptions {
  /** Absent where no places are recorded. */
  readonly isBundle: IsBundle | undefined;
  /** Picks the constructs of the tree whose places are recorded. */
  readonly isWanted: (construct: object) => boolean;
}

export interface Watched {
  /** Where the wanted constructs of the tree were made. */
  readonly traces: ReadonlyMap<object, Trace>;
  /** Objects that were made in other trees, and whose JSON nobody has asked for. */
  readonly elsewhere: ReadonlyMap<object, Trace>;
}

/** Of all trees that were rendered: an app may render another one. */
const watchedRoots = new WeakSet<object>();

/**
 * Runs `build` and records what it makes below `root`, and beside it. It replaces the method by which every construct of
 * every library registers with its parent. It keeps a file and two numbers, since a captured stack would keep everything
 * in memory that its functions refer to.
 */
export function whileWatched(root: IConstruct, { isBundle, isWanted }: WatchOptions, build: () => void): Watched {
  watchedRoots.add(root);
  const traces = new Map<object, Trace>();
  const elsewhere = new Map<object, Trace>();
  const prototype = Object.getPrototypeOf(root.node) as NodePrototype;
  const original = prototype.addChild;
  const find = isBundle === undefined ? () => undefined : callerFinder(isBundle);
  // Constructs of one class are mostly made the same way, so the user's code is mostly as many frames away.
  const depths = new Map<unknown, number>();
  const traceOf = (child: object): Trace => {
    const known = depths.get(child.constructor) ?? 0;
    const caller = find(known || FEW_FRAMES) ?? find(MANY_FRAMES);
    if (caller === undefined) return {};
    if (caller.depth > known) depths.set(child.constructor, caller.depth);
    return caller;
  };
  function addChild(this: NodePrototype, child: object, name: string): void {
    if (this.root !== root) {
      if ('addJsonPatch' in child && !watchedRoots.has(this.root)) {
        elsewhere.set(child, traceOf(child));
        whenRead(child, () => elsewhere.delete(child));
      }
    } else if (isBundle !== undefined && isWanted(child)) traces.set(child, traceOf(child));
    original.call(this, child, name);
  }
  const isPrepared = Object.hasOwn(Error, 'prepareStackTrace');
  try {
    whileReplaced(prototype, 'addChild', addChild, build);
  } finally {
    if (!isPrepared && Error.prepareStackTrace === undefined)
      delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
  }
  return { traces, elsewhere };
}

/** Tells when an object of another tree becomes JSON: then somebody uses what it makes. */
function whenRead(object: object, tell: () => void): void {
  const value = (...input: unknown[]): unknown => {
    tell();
    Reflect.deleteProperty(object, 'toJson');
    return Reflect.apply(Reflect.get(object, 'toJson'), object, input);
  };
  Object.defineProperty(object, 'toJson', { value, configurable: true, writable: true });
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
      // Reading `stack` calls `prepare`.
      void new Error().stack;
    } finally {
      // Deleting the property instead would take longer than capturing the stack.
      Error.prepareStackTrace = prepareStackTrace;
      Error.stackTraceLimit = stackTraceLimit;
    }
    return found;
  };
}
