import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../model/errors';
import { type FileSpec, isOurs } from '../model/file-spec';
import { byCodeUnit } from '../model/order';

/** How the output folder differs from what was rendered. Paths are relative to it. */
export interface Comparison {
  readonly missing: readonly FileSpec[];
  readonly changed: readonly FileSpec[];
  /** Ours, in scope, and no longer rendered. */
  readonly stale: readonly string[];
  /** In scope and without our header: never touched. */
  readonly foreign: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares byte for byte, and reads only. Links are never followed, not even to a folder.
 * @param scope paths this run owns; one that ends in `/` stands for everything below it
 * @throws ToolError OUTPUT naming what could not be read
 */
export function compareFiles(outDir: string, files: readonly FileSpec[], scope: readonly string[]): Comparison {
  const missing: FileSpec[] = [];
  const changed: FileSpec[] = [];
  const foreign: string[] = [];
  let unchanged = 0;
  const wanted = new Map(files.map((file) => [file.path, file]));
  const present = new Map(scope.flatMap((path) => readScope(outDir, path)));
  for (const [path, file] of wanted) {
    const content = present.get(path);
    if (content === undefined) missing.push(file);
    else if (content === file.content && isSameBytes(join(outDir, path), content)) unchanged += 1;
    else changed.push(file);
  }
  const stale: string[] = [];
  for (const [path, content] of present) {
    const isWanted = wanted.has(path);
    if (content === null || !(isOurs(content) || (isWanted && isBlank(content)))) foreign.push(path);
    else if (!isWanted) stale.push(path);
  }
  return { missing, changed, stale: stale.sort(byCodeUnit), foreign: foreign.sort(byCodeUnit), unchanged };
}

type Read = readonly [path: string, content: string | null];

/** The content of each file in scope; null for what is no regular file, and for a link on the way. */
function readScope(outDir: string, scope: string): readonly Read[] {
  const parts = scope.split('/').filter((part) => part !== '');
  for (let length = 1; length <= parts.length; length++) {
    const path = parts.slice(0, length).join('/');
    const stats = reading(join(outDir, path), (file) => lstatSync(file, { throwIfNoEntry: false }));
    if (stats === undefined) return [];
    const isLast = length === parts.length && !scope.endsWith('/');
    if (isLast ? !stats.isFile() : !stats.isDirectory()) return [[path, null]];
  }
  const read: Read[] = [];
  if (scope.endsWith('/')) readFolder(outDir, scope, read);
  else read.push([scope, reading(join(outDir, scope), (file) => readFileSync(file, 'utf8'))]);
  return read;
}

function readFolder(outDir: string, folder: string, read: Read[]): void {
  const entries = reading<Dirent[]>(join(outDir, folder), (path) => readdirSync(path, { withFileTypes: true }));
  for (const entry of entries) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) readFolder(outDir, `${path}/`, read);
    else read.push([path, entry.isFile() ? reading(join(outDir, path), (file) => readFileSync(file, 'utf8')) : null]);
  }
}

function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    const message = `${path} could not be read: ${(error as Error).message}`;
    throw new ToolError('OUTPUT', [{ message, fix: 'make it readable; nothing was written.' }], { cause: error });
  }
}

/** Bytes that are no text are read as U+FFFD; only a file that is to hold that character can be mistaken. */
function isSameBytes(path: string, content: string): boolean {
  return !content.includes('\ufffd') || reading(path, (file) => readFileSync(file)).equals(Buffer.from(content));
}

/** What a power cut makes of a file: nothing of somebody’s is in it. */
function isBlank(content: string): boolean {
  return /^\0*$/.test(content);
}
