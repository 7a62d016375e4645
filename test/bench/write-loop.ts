import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The limit: nothing but writing bytes that are known already. Seconds for the same files in an empty folder, one
 * after the other, with the folders made once.
 */
export function writeLoop(from: string, to: string): { readonly seconds: number; readonly files: number } {
  const paths = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [join(to, path.slice(from.length)), readFileSync(path)] as const);
  rmSync(to, { recursive: true, force: true });
  const started = performance.now();
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, bytes);
  }
  const seconds = (performance.now() - started) / 1000;
  rmSync(to, { recursive: true, force: true });
  return { seconds, files: files.length };
}
