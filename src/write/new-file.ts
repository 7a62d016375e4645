import { closeSync, constants, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { withPath } from '../model/thrown';

const CREATE = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Creates a file that was not there, following no link, and reads it back. */
export function writeNewFile(path: string, bytes: Buffer, durable: boolean): void {
  const handle = openSync(path, CREATE, 0o644);
  try {
    for (let at = 0; at < bytes.length; ) {
      const count = writeSync(handle, bytes, at);
      if (count === 0) throw Object.assign(new Error('the disk took nothing'), { code: 'EIO', path });
      at += count;
    }
    if (durable) fsyncSync(handle);
    requireSame(path, handle, bytes);
  } catch (error) {
    throw withPath(error, path);
  } finally {
    closeSync(handle);
  }
}

let back = Buffer.allocUnsafe(64 * 1024);

/** What is on the disk is what was rendered, and no byte more, or the run stops. */
function requireSame(path: string, handle: number, bytes: Buffer): void {
  if (back.length <= bytes.length) back = Buffer.allocUnsafe(bytes.length * 2);
  const count = readSync(handle, back, 0, bytes.length + 1, 0);
  if (count === bytes.length && bytes.compare(back, 0, count) === 0) return;
  throw Object.assign(new Error('other bytes came back than were written'), { code: 'EIO', path });
}
