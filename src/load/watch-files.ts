import { type Dirent, existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** Saving one file makes several events, and tools save several files: all within this many milliseconds are one change. */
const SETTLE_MS = 25;
/** How often is looked whether a folder that went away has come back: another branch brings it back at once. */
const RETURN_MS = 200;

/**
 * Elsewhere Node watches what lies below a folder file by file, and loses a file that is replaced: there, every folder is
 * watched by itself, which sees what is made, replaced and removed in it.
 */
const HAS_NATIVE = process.platform === 'darwin' || process.platform === 'win32';

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
  /** Of the folders that were asked for. */
  const roots = new Set<string>();
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

  /** Folders that were not there before hold files that were not seen to be made. */
  const addBelow = (absolute: string, isNew: boolean): void => {
    for (const entry of entriesOf(absolute)) {
      const path = join(absolute, entry.name);
      if (isNew) note(path);
      if (entry.isDirectory()) watchFolder(path, true, isNew);
    }
  };

  const watchFolder = (absolute: string, recursive: boolean, isNew: boolean): void => {
    const key = `${absolute}|${recursive}`;
    const inode = inodeOf(absolute);
    if (inode === undefined) return;
    const known = watched.get(key);
    // A folder that is made anew may get the inode of the one before.
    if (known?.inode === inode && !isNew) return;
    known?.watcher.close();
    const watcher = watch(absolute, { recursive: recursive && HAS_NATIVE }, (event, name) => {
      const path = join(absolute, name ?? '');
      // What became of the folder itself is told under its own name.
      const isItself = event === 'rename' && name === basename(absolute) && !existsSync(path);
      if (name !== null && !isItself) note(path);
      if (isItself || inodeOf(absolute) !== inode) leave();
      else if (event === 'rename' && name !== null && recursive && !HAS_NATIVE) watchFolder(path, true, true);
    });
    const leave = (): void => {
      if (watched.get(key)?.watcher !== watcher) return;
      watcher.close();
      watched.delete(key);
      if (comeBack()) return;
      // The folder around it sees a folder below that comes back.
      if (!roots.has(key)) return;
      const waiting = setInterval(() => {
        if (!comeBack()) return;
        clearInterval(waiting);
        missing.delete(waiting);
      }, RETURN_MS);
      missing.add(waiting);
    };
    const comeBack = (): boolean => {
      if (inodeOf(absolute) === undefined) return false;
      watchFolder(absolute, recursive, true);
      return true;
    };
    watcher.on('error', leave);
    watched.set(key, { watcher, inode });
    if (recursive && !HAS_NATIVE) addBelow(absolute, isNew);
    else if (isNew) for (const name of namesBelow(absolute, recursive)) note(join(absolute, name));
  };

  const add = (folder: string, recursive: boolean): void => {
    const absolute = join(root, folder);
    roots.add(`${absolute}|${recursive}`);
    watchFolder(absolute, recursive, false);
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

/** Nothing of a folder that goes away meanwhile. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function namesBelow(folder: string, recursive: boolean): readonly string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** Undefined where there is no folder. */
function inodeOf(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() ? stats.ino : undefined;
}
