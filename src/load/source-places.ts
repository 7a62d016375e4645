import { relative } from 'node:path';
import type { SourcePlace } from '../model/source-place';

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?\/?[^()]+?):(\d+):(\d+)\)?$/;

/**
 * Finds the innermost frame of a stack that lies in the user's own files.
 * Stacks name the `.ts` lines because source maps are on while apps run.
 */
export function sourcePlaces(root: string, sources: ReadonlySet<string>) {
  return (trace: { readonly stack?: string }): SourcePlace | undefined => {
    for (const line of trace.stack?.split('\n') ?? []) {
      const frame = FRAME.exec(line.trim());
      if (frame === null) continue;
      const file = (frame[1] as string).replace(/^file:\/\//, '');
      if (!sources.has(file)) continue;
      return { file: relative(root, file).replaceAll('\\', '/'), line: Number(frame[2]), column: Number(frame[3]) };
    }
    return undefined;
  };
}
