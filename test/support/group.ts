import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All test files below a folder, as one: what they import is loaded once for all of them, which costs more than most of
 * them do. `jest.whole.config.js` leaves out the files themselves where an `all.group.ts` stands beside or above them.
 */
export function group(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  for (const path of paths.sort()) {
    describe(path, () => {
      require(join(folder, path));
    });
  }
}
