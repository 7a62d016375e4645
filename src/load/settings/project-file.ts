import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { messageOf } from '../../model/thrown';
import { readRegularFile, type UnreadFile } from '../regular-file';

type FileResult = { readonly text: string } | UnreadFile;

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
  } catch (error) {
    return { message: `the file cannot be read: ${messageOf(error)}.`, fix: 'make it readable.' };
  }
  const bytes = readRegularFile(path, most);
  if (!Buffer.isBuffer(bytes)) return 'isLarge' in bytes ? { ...bytes, fix: 'keep data out of the settings.' } : bytes;
  if (!isUtf8(bytes)) return { message: 'the file is not UTF-8 text.', fix: 'save it as UTF-8.' };
  return { text: bytes.toString('utf8').replace(/^\ufeff/, '') };
}

export function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
