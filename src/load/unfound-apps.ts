import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/order';
import { declaresApp } from './declares-app';
import { readRegularFile } from './regular-file';
import { MOST_SOURCE_BYTES } from './source-files';

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/i;
const TYPES = /\.d\.[cm]?ts$/;

/**
 * Files that export an app by default where `findAppModules` looks for none: `apps/x.js`, `apps/foo/index.ts`,
 * `apps/group/foo/app.ts`, a second app in the folder of another. Links are followed.
 * @param folder `apps/`
 * @param modules paths of the modules of apps that were found, relative to the folder
 * @returns paths relative to the folder
 */
export function unfoundApps(folder: string, modules: ReadonlySet<string>): readonly string[] {
  const text = (path: string) => textOf(join(folder, path));
  const whole = new Map<string, string | undefined>();
  /** The module of the app whose folder a file lies in, unless it only hands on what stands in another file. */
  const owner = (path: string): string | undefined => {
    const [name = ''] = path.split('/');
    const module = [`${name}.ts`, `${name}/app.ts`].find((one) => modules.has(one));
    if (module === undefined) return undefined;
    if (!whole.has(module)) whole.set(module, text(module));
    return whole.get(module) ?? '';
  };
  const isOwn = (path: string): boolean => {
    const ofOwner = path.includes('/') ? owner(path) : undefined;
    return ofOwner !== undefined && (!declaresApp(ofOwner) || imports(ofOwner, path));
  };
  return scriptsBelow(folder, '', new Set())
    .filter((path) => !modules.has(path) && declaresApp(text(path) ?? '') && !isOwn(path))
    .sort(byCodeUnit);
}

/** Whether a module names a file of its folder: `./parts/web`, `./shop/index.js`. */
function imports(text: string, path: string): boolean {
  const [, stem = ''] = /([^/]+?)(?:\.\w+)?$/.exec(path) ?? [];
  const [parent = ''] = path.split('/').slice(-2);
  return [stem, ...(stem === 'index' ? [parent] : [])].some((name) => text.includes(`/${name}`));
}

function scriptsBelow(folder: string, path: string, above: ReadonlySet<string>): readonly string[] {
  const real = realpathSync(join(folder, path));
  // A link that leads back.
  if (above.has(real)) return [];
  const seen = new Set([...above, real]);
  return readdirSync(real, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (isFolder(join(folder, inner), entry)) return scriptsBelow(folder, inner, seen);
    return SCRIPT.test(entry.name) && !TYPES.test(entry.name) ? [inner] : [];
  });
}

/** Whether it is one, or a link to one. */
export function isFolder(path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What is larger than any module is data. */
function textOf(path: string): string | undefined {
  const bytes = readRegularFile(path, MOST_SOURCE_BYTES);
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : undefined;
}

/** File names that say nothing of the app. */
const PLAIN = /^(?:app|index|main)$/i;
const FOLDER_OF_SOURCES = /^(?:src|lib)$/i;

/** Where the app would be found: `apps/foo.ts`, or `apps/foo/app.ts` for the `index.ts` of a folder. */
export function placeFor(path: string): string {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '').replace(SCRIPT, '').replace(/\.test$/, '');
  const folder = parts.findLast((part) => !FOLDER_OF_SOURCES.test(part));
  return folder === undefined || !PLAIN.test(stem) ? `apps/${stem}.ts` : `apps/${folder}/app.ts`;
}
