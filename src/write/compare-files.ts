import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../model/errors';
import { type FileSpec, HEADER_START, MOST_FILE_BYTES, TEMPORARY } from '../model/file-spec';
import { byCodeUnit } from '../model/order';
import { messageOf } from '../model/thrown';

/** How the output folder differs from what was rendered. Paths are relative to it. */
export interface Comparison<F> {
  readonly missing: readonly F[];
  readonly changed: readonly F[];
  /** Ours, in scope, and no longer rendered. */
  readonly stale: readonly string[];
  /** In scope and without our header: never touched. */
  readonly foreign: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares byte for byte, and reads only. Links are never followed, not even to a folder.
 * @param scope paths this run owns; one that ends in `/` stands for everything below it
 * @throws ToolError OUTPUT naming what could not be read
 */
export function compareFiles<F extends { readonly path: string }>(
  outDir: string,
  files: readonly F[],
  scope: readonly string[],
  bytesOf: (file: F) => Buffer,
): Comparison<F> {
  const wanted = new Map(files.map((file) => [file.path, file]));
  const differing = new Set<string>();
  const stale: string[] = [];
  const foreign: string[] = [];
  const present = new Set<string>();
  const reader = new Reader(outDir);
  for (const { path, isFile } of scope.flatMap((part) => entriesOf(outDir, part))) {
    present.add(path);
    const file = wanted.get(path);
    const content = isFile ? reader.read(path) : undefined;
    if (file !== undefined && !content?.equals(bytesOf(file))) differing.add(path);
    if (!mayReplace(content, file !== undefined)) foreign.push(path);
    else if (file === undefined) stale.push(path);
  }
  const missing = [...wanted.values()].filter(({ path }) => !present.has(path));
  const changed = [...wanted.values()].filter(({ path }) => differing.has(path));
  const unchanged = wanted.size - missing.length - changed.length;
  return { missing, changed, stale: stale.sort(byCodeUnit), foreign: foreign.sort(byCodeUnit), unchanged };
}

/** What carries our header, and a blank file where one of ours belongs. */
function mayReplace(content: Buffer | undefined, isWanted: boolean): boolean {
  if (content === undefined) return false;
  return content.subarray(0, HEADER.length).equals(HEADER) || (isWanted && isBlank(content));
}

/** The bytes of a file that is still text. */
export function bytesOfText({ content }: Pick<FileSpec, 'content'>): Buffer {
  return Buffer.from(content, 'utf8');
}

const HEADER = Buffer.from(HEADER_START);

interface Entry {
  readonly path: string;
  /** Returns false for anything but a regular file, and where a link lies on the way. */
  readonly isFile: boolean;
}

/** Everything in scope but folders. */
function entriesOf(outDir: string, scope: string): readonly Entry[] {
  const parts = scope.split('/').filter((part) => part !== '');
  for (let length = 1; length <= parts.length; length++) {
    const path = parts.slice(0, length).join('/');
    const stats = reading(join(outDir, path), (file) => lstatSync(file, { throwIfNoEntry: false }));
    if (stats === undefined) return [];
    const isLast = length === parts.length && !scope.endsWith('/');
    if (isLast ? !stats.isFile() : !stats.isDirectory()) return [{ path, isFile: false }];
  }
  if (!scope.endsWith('/')) return [{ path: scope, isFile: true }];
  const found: Entry[] = [];
  readFolder(outDir, scope, found);
  return found;
}

function readFolder(outDir: string, folder: string, found: Entry[]): void {
  const entries = reading<Dirent[]>(join(outDir, folder), (path) => readdirSync(path, { withFileTypes: true }));
  for (const entry of entries) {
    // What a run that died left behind is swept by the next one that writes, and read by nobody.
    if (entry.name.endsWith(TEMPORARY)) continue;
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) readFolder(outDir, `${path}/`, found);
    else found.push({ path, isFile: entry.isFile() });
  }
}

/** Reads one file after the other into the same memory. */
class Reader {
  private bytes = Buffer.allocUnsafe(64 * 1024);

  constructor(private readonly outDir: string) {}

  /** The whole file, until the next one is read; undefined for one that is too large to be ours. */
  read(path: string): Buffer | undefined {
    return reading(`${this.outDir}/${path}`, (file) => {
      const handle = openSync(file, 'r');
      try {
        for (let length = 0; ; ) {
          const room = this.bytes.length - length;
          const count = readSync(handle, this.bytes, length, room, null);
          length += count;
          if (count < room) return this.bytes.subarray(0, length);
          if (length > MOST_FILE_BYTES) return undefined;
          this.bytes = Buffer.concat([this.bytes], length * 2);
        }
      } finally {
        closeSync(handle);
      }
    });
  }
}

function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    const message = `${path} could not be read: ${messageOf(error)}`;
    throw new ToolError('OUTPUT', [{ message, fix: 'make it readable; nothing was written.' }], { cause: error });
  }
}

/** What a power cut makes of a file: nothing of somebody’s is in it. */
function isBlank(content: Buffer): boolean {
  return content.every((byte) => byte === 0);
}
