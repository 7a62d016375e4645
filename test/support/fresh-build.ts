import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requireFreshBuild } from '../../src/cli/fresh-build';
import { isToolError } from '../../src/model/errors';
import { useMemory } from './memory-folder';

const ROOT = join(__dirname, '..', '..');

/**
 * Builds `lib/` where it is older than its sources: tests of the command line run it, and would test old code.
 * @param say is given what is stale, before it is built
 * @throws Error where the sources cannot be built
 */
export function buildWhereStale(root: string, say: (text: string) => void): void {
  try {
    requireFreshBuild(root);
  } catch (error) {
    if (!isToolError(error)) throw error;
    say(`${error.problems.map(({ message }) => message).join('\n')}\nIt is built now, as \`npm run build\` does.\n`);
    const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`lib/ could not be built, so nothing was tested:\n${built.stderr}`);
  }
}

/** Before all tests. */
export default function setup(): void {
  useMemory();
  // Compilers that tests start are in Go and live for seconds: what they leave is freed when they end. Worth a third of
  // the processor time of `tsc`.
  process.env['GOGC'] ??= 'off';
  buildWhereStale(ROOT, (text) => process.stderr.write(`\n${text}`));
}
