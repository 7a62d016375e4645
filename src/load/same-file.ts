import { type FileSpec, MOST_FILE_BYTES } from '../model/file-spec';
import { readRegularFile } from './regular-file';

/** Whether a file of the output folder has other bytes than were rendered for it, or cannot be read. */
export function differsFrom(outDir: string, { path, content }: FileSpec): boolean {
  const bytes = readRegularFile(`${outDir}/${path}`, MOST_FILE_BYTES);
  if (!Buffer.isBuffer(bytes)) return true;
  return bytes.length !== Buffer.byteLength(content) || bytes.toString('utf8') !== content;
}
