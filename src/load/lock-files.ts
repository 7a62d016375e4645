import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, mapAt } from '../model/json';

/** Files that say which packages are installed, of npm and of others. */
export const LOCK_FILES: readonly string[] = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
];

/** Whether two texts of a lock file install the same packages, whatever the project itself is called. */
export function isSameLock(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const [a, b] = [packagesOf(one), packagesOf(other)];
  return a !== undefined && a === b;
}

function packagesOf(text: string): string | undefined {
  const packages = parsed(text);
  if (packages === undefined) return undefined;
  const { '': root, ...others } = packages;
  const { name: _name, version: _version, ...rest } = isJsonObject(root) ? root : {};
  return JSON.stringify([rest, others]);
}

function parsed(text: string): ReturnType<typeof mapAt> | undefined {
  try {
    const lock: unknown = JSON.parse(text);
    return isJsonObject(lock) && isJsonObject(lock['packages']) ? mapAt(lock, 'packages') : undefined;
  } catch {
    return undefined;
  }
}

/** Packages in `node_modules` that are of another version than npm's lock file says, as `name 1.0.0 rather than 1.1.0`. */
export function installedOtherwise(root: string): readonly string[] {
  const [lock, installed] = ['package-lock.json', join('node_modules', '.package-lock.json')].map((file) =>
    existsSync(join(root, file)) ? parsed(readFileSync(join(root, file), 'utf8')) : undefined,
  );
  // Another installer leaves no such record.
  if (lock === undefined || installed === undefined) return [];
  return Object.keys(installed).flatMap((path) => {
    const [is, wanted] = [mapAt(installed, path)['version'], mapAt(lock, path)['version']];
    if (is === wanted || path === '') return [];
    return [`${path.replace(/^.*node_modules\//, '')} ${String(is)} rather than ${String(wanted ?? 'none')}`];
  });
}
