import { systemRefusal } from '../../../src/model/system-refusal';

describe('what the operating system refuses', () => {
  it.each([
    ['EACCES', 'give the user that runs this the right to it.'],
    ['EPERM', 'give the user that runs this the right to it, or take away the mark that keeps it from changing.'],
    ['EROFS', 'make the file system writable, or work on a copy elsewhere.'],
    ['ENOSPC', 'make room on the disk.'],
    ['EMFILE', 'raise the limit of open files, such as with `ulimit -n 4096`.'],
    ['ELOOP', 'remove the link that leads to itself.'],
    ['ENOTDIR', 'put a folder in the place of the file.'],
    ['ENXIO', 'make it what this run may read and write.'],
  ])('8.5 ends with the repair for %s', (code, fix) => {
    const error = Object.assign(new Error(`${code}: refused`), { code, path: '/p/apps' });
    expect(systemRefusal(error, '/tmp')?.message).toBe(`/p/apps cannot be used: ${code}: refused.\nfix: ${fix}`);
  });
});
