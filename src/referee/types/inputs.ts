import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Compiler } from './compiler';
import { configFiles } from './config-files';

/** A project with more folders than this is not remembered: looking at each would take as long as compiling. */
const MOST_FOLDERS = 5_000;

/** What package managers write into `node_modules` whenever they change something in it. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

/**
 * Every path whose content, presence or absence could change what the compiler says: the files it read, what
 * configures it, the folders in which it would find a file that is not there yet, and what is installed.
 * @param listed absolute paths of the files that the compiler read
 * @returns undefined where they cannot be known
 */
export function inputsOf(root: string, compiler: Compiler, listed: readonly string[]): ReadonlySet<string> | undefined {
  const configs = configFiles(compiler.config);
  const folders = foldersOf(root);
  if (configs === undefined || folders === undefined || listed.length === 0) return undefined;
  const inputs = new Set([...compiler.identity, ...configs, ...folders, ...listed]);
  const seen = new Set<string>();
  for (const file of [...listed, ...configs]) addSurroundings(root, dirname(file), inputs, seen);
  for (const folder of folders) addSurroundings(root, folder, inputs, seen);
  return inputs;
}

/** The folder a file lies in, and what the compiler asks the folders above it for. */
function addSurroundings(root: string, folder: string, inputs: Set<string>, seen: Set<string>): void {
  inputs.add(folder);
  for (let at = folder; !seen.has(at); at = dirname(at)) {
    seen.add(at);
    // Folders far above the project change all the time, and the compiler asks them for packages only.
    const isNear = at === root || at.startsWith(root + sep) || at.includes(`${sep}node_modules`);
    if (isNear) inputs.add(at);
    const manifest = join(at, 'package.json');
    const packages = join(at, 'node_modules');
    // What is not there is seen in the names of a folder that is looked at anyway.
    if (!isNear || existsSync(manifest)) inputs.add(manifest);
    if (!isNear || existsSync(packages)) inputs.add(packages);
    if (existsSync(packages)) addPackages(packages, inputs);
  }
}

function addPackages(packages: string, inputs: Set<string>): void {
  for (const name of INSTALLED) inputs.add(join(packages, name));
  if (existsSync(join(packages, '@types'))) inputs.add(join(packages, '@types'));
}

const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * All folders of the project but those of packages and Git.
 * @returns undefined where there are too many, or where a link leads to a folder elsewhere
 */
function foldersOf(root: string): readonly string[] | undefined {
  const found = [root];
  for (const folder of found) {
    if (found.length > MOST_FOLDERS) return undefined;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) found.push(path);
      else if (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    }
  }
  return found;
}
