import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { cacheFolder } from '../model/cache-folder';
import { ToolError } from '../model/errors';
import type { Roots } from '../run/survey/run-options';

/** The folder of this package: `lib/src/cli` lies three below it. */
export const PACKAGE_ROOT = resolve(__dirname, '..', '..', '..');

/** The project a command works on: `--project`, or the current folder; by its own path where a link leads to it. @throws ToolError ARGUMENTS */
export function projectRoot(program: Command): string {
  const { project } = program.opts<{ project?: string }>();
  const path = resolve(currentFolder(), project ?? '');
  if (existsSync(path)) return realpathSync(path);
  throw new ToolError('ARGUMENTS', [{ message: `there is no folder ${path}.`, fix: 'name the root of the project.' }]);
}

/** @throws ToolError ARGUMENTS where the folder was deleted while a shell stands in it */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    const message = 'the current folder is no longer there.';
    throw new ToolError('ARGUMENTS', [{ message, fix: 'change to the root of the project.' }]);
  }
}

export function rootsOf(program: Command, out?: string): Roots {
  const project = projectRoot(program);
  return {
    project,
    package: PACKAGE_ROOT,
    out: out === undefined ? join(project, 'dist') : resolve(project, out),
    ...cache(),
  };
}

/** Nothing is kept for a user without a home, such as in a container with a user id of its own. */
function cache(): { readonly cache?: string } {
  try {
    return { cache: cacheFolder(process.env, homedir()) };
  } catch {
    return {};
  }
}
