import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
 * Compares byte for byte, and reads only.
 * @param scope paths this run owns; one that ends in `/` stands for everything below it
 */
export function compareFiles(outDir: string, files: readonly FileSpec[], scope: readonly string[]): Comparison {
  const missing: FileSpec[] = [];
  const changed: FileSpec[] = [];
  const foreign: string[] = [];
  let unchanged = 0;
  const wanted = new Map(files.map((file) => [file.path, file]));
  const present = new Map(scope.flatMap((path) => read(outDir, path)));
  for (const [path, file] of wanted) {
    const content = present.get(path);
    if (content === undefined) missing.push(file);
    else if (content === file.content) unchanged += 1;
    else changed.push(file);
  }
  const stale: string[] = [];
  for (const [path, content] of present) {
    if (content === null || !isOurs(content)) foreign.push(path);
    else if (!wanted.has(path)) stale.push(path);
  }
  return { missing, changed, stale: stale.sort(byCodeUnit), foreign: foreign.sort(byCodeUnit), unchanged };
}

/** The content of each file in scope; null for what is no regular file (links are never followed). */
function read(outDir: string, path: string): [string, string | null][] {
  if (!path.endsWith('/')) {
    const content = readOrUndefined(join(outDir, path));
    return content === undefined ? [] : [[path, content]];
  }
  const found: [string, string | null][] = [];
  for (const entry of list(join(outDir, path))) {
    const inner = `${path}${entry.name}`;
    if (entry.isDirectory()) found.push(...read(outDir, `${inner}/`));
    else if (!entry.isFile()) found.push([inner, null]);
    else found.push([inner, readFileSync(join(outDir, inner), 'utf8')]);
  }
  return found;
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
