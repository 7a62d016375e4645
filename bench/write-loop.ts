import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settleDisk } from './measure';

/**
 * The limit: nothing but writing bytes that are known already. Seconds for the same files in a new folder below
 * `around`, one after the other, with the folders made once.
 */
export function writeLoop(from: string, around: string): { readonly seconds: number; readonly files: number } {
  const paths = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const to = mkdtempSync(join(around, 'loop-'));
  const files = paths.map((path) => [join(to, path.slice(from.length)), readFileSync(path)] as const);
  settleDisk();
  const started = performance.now();
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, bytes);
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, files: files.length };
}
