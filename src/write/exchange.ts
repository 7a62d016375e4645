import { linkSync, renameSync, rmSync } from 'node:fs';
import { TEMPORARY } from '../model/file-spec';

/** What takes one change back; undefined where nothing can. */
type Undo = (() => void) | undefined;

/**
 * Brings the new files into place and takes the stale ones out of it, so that all of it can be taken back: what was there
 * has a second name until everything is done. That name is a temporary one, which the next run sweeps if this one dies.
 */
export class Exchange {
  private readonly undos: Undo[] = [];
  private readonly kept: string[] = [];

  /** @param replaces whether a file is there already */
  rename(from: string, to: string, replaces: boolean): void {
    const before = replaces ? this.link(to) : undefined;
    renameSync(from, to);
    if (!replaces) this.undos.push(() => renameSync(to, from));
    else this.undos.push(before === undefined ? undefined : () => renameSync(before, to));
  }

  remove(path: string): void {
    const kept = keptName(path);
    renameSync(path, kept);
    this.kept.push(kept);
    this.undos.push(() => renameSync(kept, path));
  }

  /** Says whether everything is as it was. Where the file system has no links, what is done stays. */
  undo(): boolean {
    try {
      if (this.undos.includes(undefined)) return false;
      for (const undo of this.undos.reverse()) undo?.();
      return true;
    } catch {
      return false;
    } finally {
      this.settle();
    }
  }

  /** Lets go of what was there before. */
  settle(): void {
    for (const path of this.kept) {
      try {
        rmSync(path, { force: true });
      } catch {
        // Nobody reads it, and the next run sweeps it.
      }
    }
  }

  private link(path: string): string | undefined {
    const kept = keptName(path);
    try {
      linkSync(path, kept);
    } catch {
      return undefined;
    }
    this.kept.push(kept);
    return kept;
  }
}

function keptName(path: string): string {
  return `${path}.${process.pid}.before${TEMPORARY}`;
}
