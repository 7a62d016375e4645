import { join } from 'node:path';
import type { SourcePlace } from '../model/source-place';

type PlaceOf = (trace: { readonly frame: SourcePlace }) => SourcePlace | undefined;

/**
 * Finds where a function of the user's is written: JavaScript hands out a function's text exactly as its module holds it.
 * @param modules bundled modules, their paths relative to the project
 */
export function functionPlaces(
  root: string,
  modules: readonly { readonly path: string; readonly code: string }[],
  placeOf: PlaceOf,
): (written: (...input: never[]) => unknown) => SourcePlace | undefined {
  return (written) => {
    const text = Function.prototype.toString.call(written);
    for (const { path, code } of modules) {
      const start = code.indexOf(text);
      if (start < 0) continue;
      const before = code.slice(0, start).split('\n');
      const column = (before.at(-1) as string).length + 1;
      return placeOf({ frame: { file: join(root, path), line: before.length, column } });
    }
    return undefined;
  };
}
