import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { messageOf } from '../../model/thrown';

type FileResult = { readonly text: string } | { readonly message: string; readonly fix: string };

/**
 * The text of a file of the project: a regular file inside it, of a limited size. A pipe would be waited for without
 * end, and a link to elsewhere would show what lies there.
 * @param root the project
 * @param most bytes
 */
export function readProjectFile(path: string, root: string, most: number): FileResult {
  try {
    if (!isInside(realpathSync(path), realpathSync(root)))
      return {
        message: 'the file is a link that leads outside the project.',
        fix: 'put the file itself in its place.',
      };
    // A pipe is opened without waiting for a writer.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readOpen(descriptor, most);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { message: `the file cannot be read: ${messageOf(error)}.`, fix: 'make it readable.' };
  }
}

function readOpen(descriptor: number, most: number): FileResult {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) return { message: 'this is not a file.', fix: 'put a file of this name in its place.' };
  if (stats.size > most)
    return {
      message: `the file has ${stats.size} bytes; it may have ${most}.`,
      fix: 'keep data out of the settings.',
    };
  const bytes = readFileSync(descriptor);
  if (!isUtf8(bytes)) return { message: 'the file is not UTF-8 text.', fix: 'save it as UTF-8.' };
  return { text: bytes.toString('utf8').replace(/^\ufeff/, '') };
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
