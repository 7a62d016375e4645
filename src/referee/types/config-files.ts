import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';

/**
 * A tsconfig.json and everything it extends. Comments are not told apart from the rest, so a file that is only named
 * in a comment counts too.
 * @returns undefined where it refers to other projects, or extends a file that is not found: what the compiler reads is
 * then not known
 */
export function configFiles(config: string, found: Set<string> = new Set()): ReadonlySet<string> | undefined {
  if (found.has(config)) return found;
  found.add(config);
  const text = readFileSync(config, 'utf8');
  if (/"references"\s*:/.test(text)) return undefined;
  for (const [, value = ''] of text.matchAll(/"extends"\s*:\s*("[^"]*"|\[[^\]]*\])/g)) {
    for (const [, base = ''] of value.matchAll(/"([^"]*)"/g)) {
      const path = extendedFile(config, base);
      if (path === undefined || configFiles(path, found) === undefined) return undefined;
    }
  }
  return found;
}

/** As the compiler finds it: a path, or a file of a package. */
function extendedFile(config: string, base: string): string | undefined {
  if (/^\.{1,2}(?:[/\\]|$)/.test(base) || isAbsolute(base)) {
    const path = resolve(dirname(config), base);
    return [path, `${path}.json`].find(isFile);
  }
  for (const name of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      const path = createRequire(config).resolve(name);
      if (path.endsWith('.json')) return path;
    } catch {
      // The next spelling may be the right one.
    }
  }
  return undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
