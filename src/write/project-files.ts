import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import { byCodeUnit } from '../model/order';
import { messageOf } from '../model/thrown';
import { writeFile } from './write-file';

/** A file of the project that this tool writes beside its output. */
export interface ProjectFile {
  /** Relative to the project. */
  readonly path: string;
  readonly content: string;
}

/** What differs from the files that should be there, by path. */
export interface ProjectDifferences {
  readonly changed: readonly string[];
  /** Numbered files of their folders that were written before, and not among these now. */
  readonly stale: readonly string[];
}

const NUMBERED = /^\d{2}-[\w.-]+\.json$/;

/** Compares; writes nothing. */
export function projectDifferences(root: string, files: readonly ProjectFile[]): ProjectDifferences {
  const changed = files.filter(({ path, content }) => textOf(join(root, path)) !== content).map(({ path }) => path);
  return { changed, stale: staleFiles(root, files) };
}

/** Writes the files, and deletes numbered ones that are stale. @returns what changed @throws ToolError OUTPUT */
export function writeProjectFiles(root: string, files: readonly ProjectFile[]): ProjectDifferences {
  const stale = staleFiles(root, files);
  try {
    for (const path of stale) rmSync(join(root, path));
    for (const { path } of files) mkdirSync(dirname(join(root, path)), { recursive: true });
  } catch (error) {
    const message = `the description could not be written: ${messageOf(error)}.`;
    throw new ToolError('OUTPUT', [{ message }], { cause: error });
  }
  const changed = files.filter(({ path, content }) => writeFile(join(root, path), content)).map(({ path }) => path);
  return { changed, stale };
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function staleFiles(root: string, files: readonly ProjectFile[]): readonly string[] {
  const kept = new Set(files.map(({ path }) => path));
  const folders = new Set(
    files.filter(({ path }) => NUMBERED.test(path.split('/').at(-1) ?? '')).map(({ path }) => dirname(path)),
  );
  return [...folders].flatMap((folder) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort(byCodeUnit) : [];
    return names
      .filter((name) => NUMBERED.test(name))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !kept.has(path));
  });
}
