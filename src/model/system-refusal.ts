import { sep } from 'node:path';
import { ToolError } from './errors';
import { systemFix } from './system-errors';
import { codeOf, messageOf, textOf } from './thrown';

/** `ENOENT`, `ENOSPC`: of the system, not of Node (`ERR_…`) or of a package. */
const OF_THE_SYSTEM = /^E[A-Z0-9]+$/;

/** A project may lie below the folder for temporary files; what this run makes there has our name. */
function isTemporary(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${folder.endsWith(sep) ? '' : sep}cdk8s-eks-`);
}

const OTHERWISE = 'make it what this run may read and write.';

/**
 * What the system refused to do with a file or folder, as what a run stops for.
 * @param temporary the folder for temporary files
 * @returns undefined for anything else that was thrown
 */
export function systemRefusal(thrown: unknown, temporary: string): ToolError | undefined {
  const path = textOf(thrown, 'path');
  if (path === undefined || !OF_THE_SYSTEM.test(codeOf(thrown) ?? '')) return undefined;
  const problem = isTemporary(path, temporary)
    ? {
        message: `the folder for temporary files, ${temporary}, cannot be used: ${messageOf(thrown)}.`,
        fix: 'make it a folder that can be written to, with room in it, or name another with TMPDIR.',
      }
    : { message: `${path} cannot be used: ${messageOf(thrown)}.`, fix: systemFix(thrown) ?? OTHERWISE };
  return new ToolError('OUTPUT', [problem], { cause: thrown });
}
