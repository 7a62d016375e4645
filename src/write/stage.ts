import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { TEMPORARY } from '../model/file-spec';
import { codeOf } from '../model/thrown';
import { flushFolder } from './flush';
import { writeNewFile } from './new-file';
import { requireRealFolder } from './output-folder';
import type { KeptFile } from './spool';

/** A whole file, or a whole new folder, under its temporary name: a rename is all that is left to do. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What was written under temporary names, and what went wrong on the way. */
export interface Staged {
  readonly moves: readonly Move[];
  readonly failure?: unknown;
}

/**
 * Writes every file under a temporary name, reads it back, and looks that nothing stands in the way of the renames.
 * A file is written beside its target; a folder that is not there yet is made under a temporary name and filled, so
 * that one rename brings all of it. What was staged is told also when something failed: `unstage` removes it.
 */
export function stage(outDir: string, files: readonly KeptFile[], durable: boolean): Staged {
  const staging = new Staging(outDir);
  try {
    for (const file of files) writeNewFile(staging.placeOf(file.path), file.bytes(), durable);
    if (durable) staging.flush();
    staging.requireWay();
    return { moves: staging.moves() };
  } catch (failure) {
    return { moves: staging.moves(), failure };
  }
}

/** Removes what was not renamed. What cannot be removed is swept by the next run. */
export function unstage(moves: readonly Move[]): void {
  for (const { from } of moves) {
    try {
      rmSync(from, { recursive: true, force: true });
    } catch {
      // The first error is the one to be told.
    }
  }
}

/** A folder of the output: where its files are written, and whether that is a stand-in. */
interface Place {
  readonly path: string;
  readonly isNew: boolean;
}

/** Where the files of one run are staged. */
class Staging {
  private readonly files: Move[] = [];
  private readonly newFolders: Move[] = [];
  private readonly places = new Map<string, Place>();

  constructor(private readonly outDir: string) {
    this.places.set('.', { path: outDir, isNew: false });
  }

  moves(): readonly Move[] {
    return [...this.files, ...this.newFolders];
  }

  /** The absolute path a file is written to. */
  placeOf(path: string): string {
    const folder = dirname(path);
    const place = this.places.get(folder) ?? this.makePlace(folder);
    const to = `${place.path}/${path.slice(path.lastIndexOf('/') + 1)}`;
    if (place.isNew) return to;
    const from = temporary(to);
    this.files.push({ from, to });
    return from;
  }

  /** Sends the new folders to the disk, whole before they are renamed. */
  flush(): void {
    for (const { path, isNew } of this.places.values()) if (isNew) flushFolder(path);
  }

  /** Nothing came in the meantime that the renames would run into, or be led astray by. */
  requireWay(): void {
    for (const [folder, { isNew }] of this.places) if (!isNew) requireRealFolder(this.outDir, folder);
    requireNoFolders(this.files);
  }

  private makePlace(folder: string): Place {
    const parent = dirname(folder);
    const around = this.places.get(parent) ?? this.makePlace(parent);
    const path = `${around.path}/${basename(folder)}`;
    const place = around.isNew ? { path, isNew: true } : this.standIn(folder, path);
    if (place.isNew) makeFolder(place.path);
    this.places.set(folder, place);
    return place;
  }

  private standIn(folder: string, to: string): Place {
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) {
      requireRealFolder(this.outDir, folder);
      return { path: to, isNew: false };
    }
    const from = temporary(to);
    this.newFolders.push({ from, to });
    return { path: from, isNew: true };
  }
}

function temporary(path: string): string {
  return `${path}.${process.pid}${TEMPORARY}`;
}

/** Another thread of this run may have made it. */
function makeFolder(place: string): void {
  try {
    mkdirSync(place);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !lstatSync(place).isDirectory()) throw error;
  }
}

/** Looks into each folder once. */
function requireNoFolders(moves: readonly Move[]): void {
  const folders = new Set<string>();
  for (const parent of new Set(moves.map(({ to }) => dirname(to)))) {
    for (const entry of readdirSync(parent, { withFileTypes: true }))
      if (entry.isDirectory()) folders.add(join(parent, entry.name));
  }
  for (const { to } of moves) if (folders.has(to)) refuseFolder(to);
}

function refuseFolder(path: string): never {
  const message = `${path} is a folder: a file is needed there.`;
  throw new ToolError('OUTPUT', [{ message, fix: 'remove it; nothing was written.' }]);
}
