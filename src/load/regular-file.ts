import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
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
    return wrongStats(fstatSync(descriptor), most) ?? readFileSync(descriptor);
  } catch (error) {
    return { message: `the file cannot be read: ${messageOf(error)}.`, fix: 'make it readable.' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
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
