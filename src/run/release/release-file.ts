import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasePath } from '../../load/settings/release-file';
import { ToolError } from '../../model/errors';
import type { TextEdit } from '../../model/text-edit';
import { editYaml } from '../../write/release-text';
import { writeFile } from '../../write/write-file';

/** `release.yaml` of an environment, as it is and as it is to be. */
export interface EditedRelease {
  /** Relative to the project. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The file with edits; nothing is written. @throws ToolError OUTPUT where its form cannot be edited */
export function editedRelease(root: string, environment: string, edits: readonly TextEdit[]): EditedRelease {
  const path = releasePath(environment);
  const before = textOf(join(root, path));
  return { path, before, after: editYaml(before, edits) };
}

/** Writes the file, unless somebody else edited it meanwhile. @returns whether anything changed @throws ToolError OUTPUT */
export function writeRelease(root: string, { path, before, after }: EditedRelease): boolean {
  const file = join(root, path);
  if (textOf(file) !== before) {
    const message = `${path} was edited while this run rendered it; nothing was written.`;
    throw new ToolError('OUTPUT', [{ message, fix: 'run the command again.' }]);
  }
  return before === after ? false : writeFile(file, after);
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
