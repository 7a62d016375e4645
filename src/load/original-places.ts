import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { SourcePlace } from '../model/source-place';
import type { AppBundle } from './bundles';

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

/**
 * Places in bundled code → places in the files a person wrote. A map is read when a place of its app is first asked for.
 * @returns a function that leaves a place alone when it lies in no bundle
 */
export function originalPlaces(
  root: string,
  bundles: readonly Pick<AppBundle, 'module' | 'code'>[],
): (place: SourcePlace | undefined) => SourcePlace | undefined {
  const byPath = new Map(bundles.map((bundle) => [bundle.module.path, bundle]));
  const maps = new Map<string, SourceMap | undefined>();
  return (place) => {
    const bundle = place === undefined ? undefined : byPath.get(place.file);
    if (place === undefined || bundle === undefined) return place;
    if (!maps.has(place.file)) maps.set(place.file, sourceMapOf(bundle.code));
    const found = maps.get(place.file)?.findEntry(place.line - 1, place.column - 1);
    if (found === undefined || !('originalSource' in found)) return { file: place.file, line: 1, column: 1 };
    const file = join(root, dirname(place.file), found.originalSource);
    return {
      file: relative(root, file).replaceAll('\\', '/'),
      line: found.originalLine + 1,
      column: found.originalColumn + 1,
    };
  };
}

function sourceMapOf(code: string): SourceMap | undefined {
  const encoded = INLINE_MAP.exec(code.slice(code.lastIndexOf('\n//# sourceMappingURL=') + 1))?.[1];
  if (encoded === undefined) return undefined;
  const payload: SourceMapPayload = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  return new SourceMap(payload);
}
