import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ToolError } from '../model/errors';
import { TEMPORARY } from '../model/file-spec';
import { systemFix } from '../model/system-errors';
import { messageOf } from '../model/thrown';

/** Replaces one file as a whole, or leaves it as it was. Says whether anything changed. @throws ToolError OUTPUT */
export function writeFile(path: string, content: string): boolean {
  if (holds(path, Buffer.from(content))) return false;
  const temporary = `${path}.${process.pid}${TEMPORARY}`;
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw notWritten(path, error);
  }
  return true;
}

/** What the system said of a file or folder that could not be written. */
export function notWritten(path: string, error: unknown, repair?: string): ToolError {
  const fix = repair ?? systemFix(error) ?? 'make it what the user that runs this may write.';
  return new ToolError('OUTPUT', [{ message: `${path} could not be written: ${messageOf(error)}.`, fix }], {
    cause: error,
  });
}

/** A pipe is not opened, and what has another size is not read. */
function holds(path: string, bytes: Buffer): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === bytes.length && readFileSync(path).equals(bytes);
}
