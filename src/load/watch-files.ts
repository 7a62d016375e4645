import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/** Saving one file makes several events, and tools save several files: all within this many milliseconds are one change. */
const SETTLE_MS = 25;
/** How often is looked whether a folder that went away has come back: another branch brings it back at once. */
const RETURN_MS = 200;

export interface FileWatch {
  /** Watches these too. Paths relative to the root; `recursive` says whether everything below counts. */
  readonly add: (folder: string, recursive: boolean) => void;
  readonly close: () => void;
}

interface Watched {
  readonly watcher: FSWatcher;
  /** Tells a folder from another that has taken its place. */
  readonly inode: number;
}

/**
 * Tells which files below a root were written, made or removed, by paths relative to it with forward slashes.
 * Folders are watched, not files, so that editors that replace a file are seen too; one that goes away and comes back
 * is watched again, and all that lies in it then has changed.
 */
export function watchFiles(root: string, onChange: (paths: readonly string[]) => void): FileWatch {
  const watched = new Map<string, Watched>();
  const missing = new Set<NodeJS.Timeout>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const note = (path: string): void => {
    changed.add(relative(root, path).replaceAll('\\', '/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...changed];
      changed.clear();
      onChange(paths);
    }, SETTLE_MS);
  };

  const add = (folder: string, recursive: boolean): void => {
    const absolute = join(root, folder);
    const key = `${absolute}|${recursive}`;
    const inode = inodeOf(absolute);
    if (inode === undefined || watched.has(key)) return;
    const watcher = watch(absolute, { recursive }, (_event, name) => {
      if (name !== null) note(join(absolute, name));
      if (inodeOf(absolute) !== inode) leave();
    });
    const leave = (): void => {
      if (watched.get(key)?.watcher !== watcher) return;
      watcher.close();
      watched.delete(key);
      if (comeBack()) return;
      const waiting = setInterval(() => {
        if (!comeBack()) return;
        clearInterval(waiting);
        missing.delete(waiting);
      }, RETURN_MS);
      missing.add(waiting);
    };
    const comeBack = (): boolean => {
      if (inodeOf(absolute) === undefined) return false;
      add(folder, recursive);
      for (const name of readdirSync(absolute, { recursive, encoding: 'utf8' })) note(join(absolute, name));
      return true;
    };
    watcher.on('error', leave);
    watched.set(key, { watcher, inode });
  };

  return {
    add,
    close() {
      clearTimeout(timer);
      for (const waiting of missing) clearInterval(waiting);
      for (const { watcher } of watched.values()) watcher.close();
    },
  };
}

/** Undefined where there is no folder. */
function inodeOf(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() ? stats.ino : undefined;
}
