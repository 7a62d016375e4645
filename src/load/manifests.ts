import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, LineCounter } from 'yaml';
import { type Problem, ToolError } from '../model/errors';
import { isJsonObject } from '../model/json';
import { NOT_IN_A_LIST, opened } from '../model/opened-lists';
import { byCodeUnit } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';
import type { Unread } from '../model/unread';
import type { Written } from './contested-yaml';
import { documentsOf } from './manifest-documents';
import { yamlProblems } from './yaml-problems';

export interface ManifestOptions {
  readonly environment: string;
  /** Places are told relative to this folder. */
  readonly root: string;
}

export interface Manifests {
  readonly objects: readonly RenderedObject[];
  readonly unread: readonly Unread[];
}

/**
 * Reads every `.yaml`, `.yml` and `.json` file of a folder, or one file, as Kubernetes objects; lists are opened. What a
 * reader would repair, refuse, or take in two ways is not read, and is told.
 * @throws ToolError MANIFESTS where nothing at all could be read
 */
export function loadManifests(path: string, options: ManifestOptions): Manifests {
  if (!existsSync(path)) {
    throw new ToolError('MANIFESTS', [
      {
        message: `there is no folder or file ${relative(options.root, path) || path}.`,
        fix: 'name one by its path from the project’s root; patterns are the shell’s, and standard input is not read.',
      },
    ]);
  }
  const { files, others } = filesIn(path);
  const unread: Unread[] = [];
  const objects = files.flatMap((file) => readManifest(file, options, unread));
  if (objects.length > 0) {
    const passedOver = others.map((entry) => notFollowed(entry, options));
    return { objects, unread: [...unread, ...passedOver] };
  }
  throw new ToolError('MANIFESTS', unread.length > 0 ? unread : [nothingIn(path, others, options)]);
}

/** A run that judged nothing must not pass. */
function nothingIn(path: string, others: readonly Dirent[], options: ManifestOptions): Problem {
  const name = relative(options.root, path) || path;
  const links = others.filter((entry) => entry.isSymbolicLink());
  const passed =
    links.length === 0 ? '' : ` Symbolic links are not followed: ${links.map((one) => one.name).join(', ')}.`;
  return {
    message: `${name} holds no Kubernetes object in a .yaml, .yml or .json file, so nothing was judged.${passed}`,
    fix: 'name the folder that holds the files, or the file itself.',
  };
}

/** What kubectl may read, and this run does not. */
function notFollowed(entry: Dirent, options: ManifestOptions): Unread {
  const place = startOf(pathOf(entry), options);
  if (entry.isFile()) return { place, ...IN_CAPITALS, passedOver: true };
  const what = entry.isSymbolicLink()
    ? 'it is a symbolic link, which is not followed'
    : 'it is neither a file nor a folder';
  return {
    place,
    message: `${what}, so what it holds has not been judged.`,
    fix: 'put the file itself in its place, or judge what it leads to by itself.',
    passedOver: true,
  };
}

/** kubectl and Argo CD tell capitals from small letters. */
const IN_CAPITALS: Pick<Unread, 'message' | 'fix'> = {
  message:
    'the name of the file ends in capitals, so kubectl and Argo CD pass it over in a folder, and what it holds has not been judged.',
  fix: 'let it end in .yaml, .yml or .json.',
};

function startOf(path: string, options: ManifestOptions): SourcePlace {
  return { file: relative(options.root, path).replaceAll('\\', '/'), line: 1, column: 1 };
}

function pathOf(entry: Dirent): string {
  return join(entry.parentPath ?? entry.path, entry.name);
}

const YAML_NAME = /\.(ya?ml|json)$/;

/** The files that are read, and what else there is that could hold or lead to YAML. */
function filesIn(path: string): { readonly files: readonly string[]; readonly others: readonly Dirent[] } {
  if (!statSync(path).isDirectory()) return { files: [path], others: [] };
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const isYaml = (entry: Dirent) => YAML_NAME.test(entry.name);
  return {
    files: entries
      .filter((entry) => entry.isFile() && isYaml(entry))
      .map(pathOf)
      .sort(byCodeUnit),
    others: entries.filter((entry) =>
      entry.isFile()
        ? !isYaml(entry) && YAML_NAME.test(entry.name.toLowerCase())
        : !entry.isDirectory() && (isYaml(entry) || leadsToFolder(entry)),
    ),
  };
}

function leadsToFolder(entry: Dirent): boolean {
  return entry.isSymbolicLink() && statSync(pathOf(entry), { throwIfNoEntry: false })?.isDirectory() === true;
}

function readManifest(path: string, options: ManifestOptions, unread: Unread[]): RenderedObject[] {
  const beginning = startOf(path, options);
  const lineCounter = new LineCounter();
  const documents = documentsOf(path, beginning, lineCounter);
  if ('message' in documents) {
    unread.push({ place: beginning, ...documents });
    return [];
  }
  const objects: RenderedObject[] = [];
  for (const written of documents) {
    const { document } = written;
    const place = (offset: number): SourcePlace => {
      const { line, col } = lineCounter.linePos(offset);
      return { ...beginning, line, column: col };
    };
    const start = place(document.contents?.range?.[0] ?? 0);
    const wrong = problemsOf(written, place);
    unread.push(...wrong);
    const values = wrong.length > 0 ? [] : opened(document.toJS({ maxAliasCount: -1 }));
    if (values.includes(undefined)) unread.push({ place: start, ...NOT_IN_A_LIST });
    for (const one of values.filter(isJsonObject))
      objects.push(renderedObject(one, { environment: options.environment, app: '', source: () => start }));
  }
  return objects;
}

function problemsOf(written: Written, placeAt: (offset: number) => SourcePlace): readonly Unread[] {
  const { document } = written;
  const wrong = yamlProblems(written, placeAt);
  // Nothing, or only comments, between two `---`: every reader skips it.
  if (wrong.length > 0 || isMap(document.contents) || document.toJS({ maxAliasCount: -1 }) === null) return wrong;
  const place = placeAt(document.contents?.range?.[0] ?? 0);
  return [{ place, message: 'the document is not a map, so it is not a Kubernetes object.', fix: 'remove it.' }];
}
