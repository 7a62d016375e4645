import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/** Saving one file makes several events, and tools save several files: all within this many milliseconds are one change. */
const SETTLE_MS = 25;

export interface FileWatch {
  /** Watches these too. Paths relative to the root; `recursive` says whether everything below counts. */
  readonly add: (folder: string, recursive: boolean) => void;
  readonly close: () => void;
}

/**
 * Tells which files below a root were written, made or removed, by paths relative to it with forward slashes.
 * Folders are watched, not files, so that editors that replace a file are seen too.
 */
export function watchFiles(root: string, onChange: (paths: readonly string[]) => void): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const paths = [...changed];
    changed.clear();
    onChange(paths);
  };
  return {
    add(folder, recursive) {
      const absolute = join(root, folder);
      const key = `${absolute}|${recursive}`;
      if (watchers.has(key) || !existsSync(absolute) || !statSync(absolute).isDirectory()) return;
      const watcher = watch(absolute, { recursive }, (_event, name) => {
        if (name === null) return;
        changed.add(relative(root, join(absolute, name)).replaceAll('\\', '/'));
        clearTimeout(timer);
        timer = setTimeout(tell, SETTLE_MS);
      });
      // A folder that goes away is no reason to stop: what it held is a change of its own.
      watcher.on('error', () => watcher.close());
      watchers.set(key, watcher);
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
