import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { messageOf } from '../model/thrown';

/** Why a file is not read, and what to do. */
export interface UnreadFile {
  readonly message: string;
  readonly fix: string;
}

/** The file is more than its reader takes. */
export interface LargeFile extends UnreadFile {
  readonly isLarge: true;
}

/**
 * The bytes of a regular file of a limited size; links are followed. A pipe would be waited for without end, and what
 * is larger than anybody writes would fill the memory.
 * @param most bytes
 */
export function readRegularFile(path: string, most: number): Buffer | UnreadFile | LargeFile {
  let descriptor: number | undefined;
  try {
    // A pipe is opened without waiting for a writer.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    return wrongStats(stats, most) ?? wholeFile(descriptor, stats.size);
  } catch (error) {
    return { message: `the file cannot be read: ${messageOf(error)}.`, fix: 'make it readable.' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What has grown since its size was asked, or says that it is empty, as files of /proc do, is read to its end. */
function wholeFile(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1);
  const length = readSync(descriptor, bytes, 0, size + 1, 0);
  return length > 0 && length === size ? bytes.subarray(0, length) : readFileSync(descriptor);
}

/** Why what is there cannot be read as a whole; undefined for a regular file of a fitting size. */
export function wrongStats(
  stats: { readonly size: number; isFile(): boolean },
  most: number,
): UnreadFile | LargeFile | undefined {
  if (!stats.isFile()) return { message: 'this is not a file.', fix: 'put a file of this name in its place.' };
  if (stats.size <= most) return undefined;
  return { message: `the file has ${stats.size} bytes; it may have ${most}.`, fix: 'make it smaller.', isLarge: true };
}
