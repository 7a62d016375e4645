/** What tells a file from what it was, without reading it. Times are milliseconds since 1970. */
export type FileStamp = readonly [inode: number, size: number, modified: number, changed: number];

interface Stats {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): FileStamp {
  return [ino, size, mtimeMs, ctimeMs];
}

export function isSameStamp(a: FileStamp, b: readonly unknown[]): boolean {
  return a.every((value, index) => value === b[index]);
}

/**
 * Whether a file may have been written at some time or later: clocks of file systems tick every few milliseconds, and
 * some only every other second.
 */
export function mayBeWrittenSince([, , modified, changed]: FileStamp, time: number): boolean {
  const isCoarse = modified % 1000 === 0 || changed % 1000 === 0;
  return Math.max(modified, changed) >= time - (isCoarse ? 2_000 : 20);
}
