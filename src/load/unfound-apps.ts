import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/order';
import { readRegularFile } from './regular-file';
import { MOST_SOURCE_BYTES } from './source-files';

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const OTHER = /\.(?:d\.[cm]?ts|test\.[cm]?[jt]sx?)$/;
const DECLARES_APP = /\bdefineApp\s*\(/;

/**
 * Files that declare an app where `findAppModules` looks for none: `apps/x.js`, `apps/foo/index.ts`. What lies beside an
 * `app.ts`, or in the folder of an `apps/<name>.ts`, is that app's own.
 * @param folder `apps/`
 * @param names apps that were found
 * @returns paths relative to the folder
 */
export function unfoundApps(folder: string, names: ReadonlySet<string>): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isFile()) return entry.name.endsWith('.ts') ? [] : [entry.name];
      if (!entry.isDirectory() || names.has(entry.name)) return [];
      return readdirSync(join(folder, entry.name), { withFileTypes: true })
        .filter((inner) => inner.isFile())
        .map((inner) => `${entry.name}/${inner.name}`);
    })
    .filter((path) => SCRIPT.test(path) && !OTHER.test(path))
    .filter((path) => declaresApp(join(folder, path)))
    .sort(byCodeUnit);
}

/** What is larger than any module is data. */
function declaresApp(path: string): boolean {
  const bytes = readRegularFile(path, MOST_SOURCE_BYTES);
  return Buffer.isBuffer(bytes) && DECLARES_APP.test(bytes.toString('utf8'));
}

/** Where the app would be found: `apps/foo.ts`, or `apps/foo/app.ts` for a file in a folder. */
export function placeFor(path: string): string {
  const [name = '', inner] = path.split('/');
  return inner === undefined ? `apps/${name.replace(SCRIPT, '')}.ts` : `apps/${name}/app.ts`;
}
