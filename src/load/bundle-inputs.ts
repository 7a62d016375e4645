import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Metafile } from 'esbuild';

/** Files that configure the bundler for the modules of their folder and of those below. */
const CONFIGURATION = ['package.json', 'tsconfig.json', 'jsconfig.json'];
const EXTENDS = /"extends"\s*:\s*(?:"([^"]*)"|\[([^\]]*)\])/g;
/** Those of modules; others, as of style sheets, look for files in places of their own. */
const KINDS: readonly string[] = ['import-statement', 'require-call', 'dynamic-import', 'require-resolve'];

/**
 * Every path whose content, presence or absence decides what the bundler makes of modules: the files that went in, the
 * folders in which it looked for them, and what configures it in them and above.
 * @param modules paths of the modules, relative to the project
 * @returns undefined where they cannot all be known
 */
export function bundleInputs(
  root: string,
  modules: readonly string[],
  inputs: Metafile['inputs'],
): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  const searched = new Set(modules.map((path) => dirname(join(root, path))));
  for (const [path, { imports }] of Object.entries(inputs)) {
    const file = join(root, path);
    const folders = foldersAsked(dirname(file), imports);
    // Elsewhere, or in no file at all; and a map of its own, which the bundler reads as well, is not listed.
    if (folders === undefined || isAbsolute(path) || path.startsWith('..') || hasMap(file)) return undefined;
    found.add(file);
    for (const folder of folders) searched.add(folder);
  }
  for (const folder of searched) {
    if (holdsLink(folder)) return undefined;
    found.add(folder);
    addAbove(root, folder, found);
  }
  return addExtended(found) ? found : undefined;
}

type Imports = Metafile['inputs'][string]['imports'];

/** The folders in which files were looked for on behalf of a file in `from`. */
function foldersAsked(from: string, imports: Imports): readonly string[] | undefined {
  const folders = [from];
  for (const { kind, original, external } of imports) {
    if (external === true) continue;
    if (!KINDS.includes(kind) || original === undefined || !/^\.\.?(?:\/|$)/.test(original)) return undefined;
    const target = resolve(from, original);
    folders.push(dirname(target));
    // Its `index.ts` or package.json is asked.
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) folders.push(target);
  }
  return folders;
}

function hasMap(file: string): boolean {
  return readFileSync(file, 'utf8').includes('sourceMappingURL=');
}

/** Where a link leads is not followed up. */
function holdsLink(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.some((entry) => entry.isSymbolicLink() && entry.name !== 'node_modules');
}

/** What configures the modules of a folder. Folders of the project may be replaced by others; those above stay. */
function addAbove(root: string, folder: string, found: Set<string>): void {
  for (let at = folder; ; at = dirname(at)) {
    if (at.startsWith(root + sep)) found.add(at);
    for (const name of CONFIGURATION) found.add(join(at, name));
    if (at === dirname(at)) return;
  }
}

/** Adds what configurations extend. @returns false where one extends what only the bundler finds */
function addExtended(found: Set<string>): boolean {
  // What is added meanwhile is walked too.
  for (const path of found) {
    if (!path.endsWith('.json') || path.endsWith('package.json') || !existsSync(path)) continue;
    const names = extended(readFileSync(path, 'utf8'));
    if (names === undefined) return false;
    for (const name of names) found.add(resolve(dirname(path), name)).add(resolve(dirname(path), `${name}.json`));
  }
  return true;
}

/** What a configuration extends; undefined where that is not a file beside it, or may be spelled in another way. */
function extended(text: string): readonly string[] | undefined {
  if (text.includes('\\u')) return undefined;
  const names = [...text.matchAll(EXTENDS)].flatMap(([, one, list = '']) =>
    one === undefined ? [...list.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name) : [one],
  );
  return names.every((name) => /^\.\.?\//.test(name)) ? names : undefined;
}
