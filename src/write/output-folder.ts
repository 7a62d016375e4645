import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { type Problem, ToolError } from '../model/errors';
import { codeOf } from '../model/thrown';

/**
 * Refuses an output folder that a mistake would make costly, before anything in it is read.
 * @throws ToolError OUTPUT
 */
export function requireUsableFolder(outDir: string, projectRoot: string): void {
  const problem = folderProblem(resolve(outDir), resolve(projectRoot));
  if (problem !== undefined) throw new ToolError('OUTPUT', [problem]);
}

/** Folders of a project that are somebody else's. */
const SOURCES = ['apps', 'environments', 'node_modules'];

function folderProblem(out: string, project: string): Problem | undefined {
  const fix = 'name a folder of its own below the project, such as dist.';
  if (out === parse(out).root || out === homedir() || out === project || project.startsWith(`${out}/`)) {
    return {
      message: `${out} cannot be the output folder: it holds other things that would have to be told apart.`,
      fix,
    };
  }
  const [first = ''] = relative(project, out).split(/[\\/]/);
  if (SOURCES.includes(first)) return { message: `${out} lies in ${first}/, which holds what is rendered from.`, fix };
  if (out.split(/[\\/]/).includes('.git')) return { message: `${out} lies inside .git.`, fix };
  for (let folder = out; folder !== dirname(folder) && folder !== project; folder = dirname(folder)) {
    // A link that leads nowhere is there, and does not exist.
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      return {
        message: `${folder} is a symbolic link; files written through it would land somewhere else.`,
        fix: 'replace the link by a folder.',
      };
    }
  }
  if (existsSync(out) && !lstatSync(out).isDirectory()) return { message: `${out} is a file.`, fix };
  return undefined;
}

/** Makes the folder of a file, refusing links on the way. @throws ToolError OUTPUT */
export function makeFolder(outDir: string, path: string, made: Set<string>): void {
  const folder = dirname(path);
  if (folder === '.' || made.has(folder)) return;
  makeFolder(outDir, folder, made);
  const absolute = join(outDir, folder);
  try {
    mkdirSync(absolute);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    requireRealFolder(outDir, folder);
  }
  made.add(folder);
}

/** Refuses a file or a link in the place of a folder, also one that came while the run was writing. @throws ToolError OUTPUT */
export function requireRealFolder(outDir: string, folder: string): void {
  const absolute = join(outDir, folder);
  if (lstatSync(absolute).isDirectory()) return;
  const message = `${relative(dirname(outDir), absolute)} is in the way: a folder is needed there.`;
  throw new ToolError('OUTPUT', [{ message, fix: 'remove it; nothing was written.' }]);
}
