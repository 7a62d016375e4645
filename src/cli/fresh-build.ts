import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ToolError } from '../model/errors';

/** Folders that `scripts/build.mjs` compiles; an installed package has none of them. */
const SOURCES = ['charts', 'src', 'imports'];

/**
 * In a checkout of this package, refuses to run a `lib/` that is older than its sources.
 * @throws ToolError STALE_BUILD
 */
export function requireFreshBuild(packageRoot: string): void {
  if (!existsSync(join(packageRoot, 'scripts', 'build.mjs')) || !existsSync(join(packageRoot, 'src'))) return;
  const stamp = join(packageRoot, 'lib', '.built');
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const newer = SOURCES.flatMap((folder) => newerFiles(join(packageRoot, folder), built));
  if (newer.length === 0) return;
  const message = `lib/ is older than its sources (${newer.length} changed, such as ${newer[0]}), so it would render what the code no longer says.`;
  throw new ToolError('STALE_BUILD', [{ message, fix: 'run `npm run build`, or use `npm run synth`, which does.' }]);
}

function newerFiles(folder: string, than: number): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + sep + entry.name;
    if (entry.isDirectory()) found.push(...newerFiles(path, than));
    else if (entry.name.endsWith('.ts') && statSync(path).mtimeMs > than) found.push(path);
  }
  return found;
}
