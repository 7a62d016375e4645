import { join, resolve } from 'node:path';
import type { Roots } from './run-options';

/** This package. Its doors lie below `lib/src/doors`, this file in a checkout below `src/run/survey`: as deep in both. */
export const PACKAGE_FOLDER = resolve(__dirname, '..', '..', '..');

/** Where the parts of a project are: its own folder, by default the current one, and `dist/` in it. */
export function rootsOf(project: string = process.cwd()): Roots {
  const root = resolve(project);
  return { project: root, package: PACKAGE_FOLDER, out: join(root, 'dist') };
}
