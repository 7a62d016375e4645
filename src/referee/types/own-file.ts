import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARK = '.own-';
const HOUR = 3_600_000;

/** Writes a file at once and whole, whatever reads or writes it at the same time. @throws where it cannot be written */
export function replaceFile(file: string, content: string): void {
  const own = ownName(file);
  try {
    writeFileSync(own, content);
    renameSync(own, file);
  } catch (error) {
    rmSync(own, { force: true });
    throw error;
  }
}

/**
 * Lets a program work on a copy of a file that no other run knows, and keeps what it made of it.
 * @param work gets undefined where nothing can be written
 */
export async function onOwnCopy<T>(file: string, work: (own: string | undefined) => Promise<T>): Promise<T> {
  const own = copyOf(file);
  try {
    return await work(own);
  } finally {
    if (own !== undefined) keep(own, file);
  }
}

function copyOf(file: string): string | undefined {
  try {
    const own = ownName(file);
    sweep(dirname(file));
    if (statSync(file, { throwIfNoEntry: false }) !== undefined) copyFileSync(file, own);
    return own;
  } catch {
    return undefined;
  }
}

function keep(own: string, file: string): void {
  try {
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
  }
}

function ownName(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return `${file}${MARK}${randomUUID()}`;
}

/** Removes what killed runs left, and what nobody has written for a month: its project may be gone. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    const longest = name.includes(MARK) ? HOUR : 30 * 24 * HOUR;
    if (stats !== undefined && stats.mtimeMs < Date.now() - longest) rmSync(join(folder, name), { force: true });
  }
}
