import { findSourceMap } from 'node:module';
import { relative } from 'node:path';
import type { SourcePlace } from '../model/source-place';

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?\/?[^()]+?):(\d+):(\d+)\)?$/;

/** Where something was made: the line of a bundle, or a stack as text. */
interface Trace {
  readonly frame?: SourcePlace;
  readonly stack?: string;
}

/**
 * Finds the line of the user's own files: by the source map of the bundle, or the innermost of a stack's frames.
 * Stacks name the `.ts` lines because source maps are on while apps run.
 */
export function sourcePlaces(root: string, sources: ReadonlySet<string>) {
  const placeIn = (file: string, line: number, column: number): SourcePlace | undefined => {
    const path = file.replace(/^file:\/\//, '');
    return sources.has(path) ? { file: relative(root, path).replaceAll('\\', '/'), line, column } : undefined;
  };
  return ({ frame, stack }: Trace): SourcePlace | undefined => {
    if (frame !== undefined) {
      const entry = findSourceMap(frame.file)?.findEntry(frame.line - 1, frame.column - 1);
      if (entry === undefined || !('originalSource' in entry)) return undefined;
      return placeIn(entry.originalSource, entry.originalLine + 1, entry.originalColumn + 1);
    }
    for (const [file, row, column] of framesOf(stack ?? '')) {
      const place = placeIn(file, row, column);
      if (place !== undefined) return place;
    }
    return undefined;
  };
}

/** File, line and column of each frame, innermost first. */
function framesOf(stack: string): readonly (readonly [string, number, number])[] {
  return stack.split('\n').flatMap((line) => {
    const [, file, row, column] = FRAME.exec(line.trim()) ?? [];
    return file === undefined ? [] : [[file, Number(row), Number(column)] as const];
  });
}

/** The same as `sourcePlaces`, by the lines of the bundles: for a process that has no source maps. */
export function bundlePlaces(root: string, bundles: ReadonlySet<string>) {
  const inStack = sourcePlaces(root, bundles);
  return (trace: Trace): SourcePlace | undefined => {
    const { frame } = trace;
    return frame === undefined ? inStack(trace) : { ...frame, file: relative(root, frame.file).replaceAll('\\', '/') };
  };
}
