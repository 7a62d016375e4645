import { relative } from 'node:path';
import type { SourcePlace } from '../model/source-place';
import { sourcePlaces } from './source-places';

/** The same as `sourcePlaces`, by the lines of the bundles: for a process that has no source maps. */
export function bundlePlaces(root: string, bundles: ReadonlySet<string>) {
  const inStack = sourcePlaces(root, bundles);
  return (trace: { readonly frame?: SourcePlace; readonly stack?: string }): SourcePlace | undefined => {
    const { frame } = trace;
    return frame === undefined ? inStack(trace) : { ...frame, file: relative(root, frame.file).replaceAll('\\', '/') };
  };
}
