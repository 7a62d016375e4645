import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit } from '../model/order';
import { codeOf } from '../model/thrown';
import { notWritten, writeFile } from './write-file';

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
  const changed = files.filter(({ path, content }) => contentOf(join(root, path)) !== content).map(({ path }) => path);
  return { changed, stale: staleFiles(root, files) };
}

/**
 * Writes the files, and then deletes numbered ones that are stale. Nothing is written where a folder cannot be.
 * @returns what changed
 * @throws ToolError OUTPUT naming what could not be written
 */
export function writeProjectFiles(root: string, files: readonly ProjectFile[]): ProjectDifferences {
  const stale = staleFiles(root, files);
  for (const folder of new Set(files.map(({ path }) => dirname(join(root, path))))) openFolder(folder);
  const changed = files.filter(({ path, content }) => writeFile(join(root, path), content)).map(({ path }) => path);
  for (const path of stale) remove(join(root, path));
  return { changed, stale };
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const isFile = codeOf(error) === 'EEXIST';
    throw notWritten(folder, error, isFile ? 'put a folder in the place of the file.' : undefined);
  }
}

function remove(path: string): void {
  try {
    rmSync(path);
  } catch (error) {
    throw notWritten(path, error);
  }
}

function contentOf(path: string): string | undefined {
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
