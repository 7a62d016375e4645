import { codeOf } from './thrown';

/** What the operating system refuses to every program: it is not a mistake of this one. */
const FIXES: Readonly<Record<string, string>> = {
  EACCES: 'give the user that runs this the right to it.',
  EPERM: 'give the user that runs this the right to it, or take away the mark that keeps it from changing.',
  EROFS: 'make the file system writable, or work on a copy elsewhere.',
  ENOSPC: 'make room on the disk.',
  EDQUOT: 'make room within the quota of the user.',
  EFBIG: 'raise the limit on the size of files.',
  EMFILE: 'raise the limit of open files, such as with `ulimit -n 4096`.',
  ENFILE: 'close other programs: the machine has no room for more open files.',
  EIO: 'check the disk, which failed.',
  ELOOP: 'remove the link that leads to itself.',
  ENAMETOOLONG: 'shorten the name.',
  ENOTDIR: 'put a folder in the place of the file.',
  EISDIR: 'put a file in the place of the folder.',
};

/** The repair of what the system refused; undefined for what it does not refuse by itself. */
export function systemFix(error: unknown): string | undefined {
  const code = codeOf(error);
  return code !== undefined && Object.hasOwn(FIXES, code) ? FIXES[code] : undefined;
}
