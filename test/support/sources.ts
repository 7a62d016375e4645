import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project';

/** Folders of this repository that hold code which people write. */
export const FOLDERS = ['apps', 'bench', 'bin', 'charts', 'scripts', 'src', 'test'];

/** What `npm run api` writes beside what people write. */
const GENERATED = 'charts/shared/shapes.ts';

/** Code below some folders, by its path from the root. Nothing that is generated is among it. */
export function sourcesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .filter((path) => /\.(ts|mjs|js)$/.test(path) && !path.includes('/node_modules/') && path !== GENERATED),
  );
}
