import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Message, Plugin } from 'esbuild';
import type { Problem } from '../model/errors';
import { type UnreadFile, wrongStats } from './regular-file';

/** A module is a hundredth of it, and a ConfigMap holds a sixteenth. */
export const MOST_SOURCE_BYTES = 16 * 1024 * 1024;

/** Files that the bundler reads by itself. */
const CONFIGURATION = ['package.json', 'tsconfig.json', 'apps/package.json', 'apps/tsconfig.json'];

/** Lets the bundler read regular files of a limited size: it would wait for a pipe without end. */
export const REGULAR_SOURCES: Plugin = {
  name: 'regular-sources',
  setup({ onLoad }) {
    onLoad({ filter: /./, namespace: 'file' }, ({ path }) => {
      const wrong = wrongSource(path);
      return wrong === undefined ? undefined : { errors: [{ text: wrong.message, detail: { ...wrong, path } }] };
    });
  },
};

/** Why the bundler must not be started in a project at all. */
export function wrongConfiguration(root: string): readonly Problem[] {
  return CONFIGURATION.flatMap((file) => {
    const wrong = wrongSource(join(root, file));
    return wrong === undefined ? [] : [{ ...wrong, place: { file, line: 1, column: 1 } }];
  });
}

/** What a file was refused for; undefined for any other message of the bundler. */
export function refusedSource(message: Message, root: string): Problem | undefined {
  if (message.pluginName !== REGULAR_SOURCES.name) return undefined;
  const { path, ...wrong }: RefusedFile = message.detail;
  return { ...wrong, place: { file: relative(root, path).replaceAll('\\', '/'), line: 1, column: 1 } };
}

interface RefusedFile extends UnreadFile {
  readonly path: string;
}

/** Undefined also for what is not there. */
function wrongSource(path: string): UnreadFile | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && wrongStats(stats, MOST_SOURCE_BYTES);
}
