import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Roots } from '../pipeline/project';

/** The folder of this package: `lib/src/cli` lies three below it. */
export const PACKAGE_ROOT = resolve(__dirname, '..', '..', '..');

/** The project a command works on: `--project`, or the current folder. */
export function projectRoot(program: Command): string {
  const { project } = program.opts<{ project?: string }>();
  return resolve(project ?? process.cwd());
}

export function rootsOf(program: Command, out?: string): Roots {
  const project = projectRoot(program);
  return { project, package: PACKAGE_ROOT, out: out === undefined ? join(project, 'dist') : resolve(project, out) };
}
