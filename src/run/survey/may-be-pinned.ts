import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasePath } from '../../load/settings/release-file';

/**
 * Whether any release may name a revision, by the word alone: reading the settings before the apps are bundled would
 * cost every run its time.
 */
export function mayBePinned(root: string, texts: ReadonlyMap<string, string> = new Map()): boolean {
  const folder = join(root, 'environments');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.some((name) => {
    const path = releasePath(name);
    return (texts.get(path) ?? textOf(join(root, path))).includes('source');
  });
}

/** What cannot be read is told where the settings are. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
