import { buildSync } from 'esbuild';
import { originalPlaces } from '../../../src/load/original-places';

/** Bundles `apps/shop.ts` with a file it imports, and says where a text stands in the bundle. */
function bundled(contents: string) {
  const { outputFiles } = buildSync({
    stdin: { contents, sourcefile: 'apps/shop.ts', loader: 'ts', resolveDir: '/project/apps' },
    absWorkingDir: '/',
    outfile: '/project/apps/shop.js',
    write: false,
    format: 'cjs',
    sourcemap: 'inline',
  });
  const code = (outputFiles[0]?.text ?? '').replaceAll('../../apps/shop.ts', 'shop.ts');
  const places = originalPlaces('/project', [{ module: { name: 'shop', path: 'apps/shop.ts' }, code }]);
  const placeOf = (text: string) => {
    const before = code.slice(0, code.indexOf(text)).split('\n');
    return places({ file: 'apps/shop.ts', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  };
  return { places, placeOf };
}

describe('places of a bundle', () => {
  it('are told by the lines a person wrote', () => {
    const { placeOf } = bundled(
      "interface A {\n  b: string;\n}\n\nexport const a = (): A => {\n  throw new Error('x');\n};\n",
    );
    expect(placeOf('new Error')).toMatchObject({ line: 6, column: 9 });
  });

  it('stay as they are in other files, and where there is none', () => {
    const { places } = bundled('export const a = 1;\n');
    const elsewhere = { file: 'environments/prod/environment.yaml', line: 3, column: 1 };
    expect([places(elsewhere), places(undefined)]).toEqual([elsewhere, undefined]);
  });

  it('are the beginning of the app where there is no map', () => {
    const bundle = { module: { name: 'shop', path: 'apps/shop.ts' }, code: 'throw 1;\n' };
    const place = originalPlaces('/project', [bundle])({ file: 'apps/shop.ts', line: 7, column: 3 });
    expect(place).toEqual({ file: 'apps/shop.ts', line: 1, column: 1 });
  });
});
