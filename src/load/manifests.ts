import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, isMap, LineCounter } from 'yaml';
import { type Problem, ToolError } from '../model/errors';
import { isJsonObject, type JsonObject, listAt } from '../model/json';
import { byCodeUnit } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';
import { messageOf } from '../model/thrown';
import { wrongExpansion } from './alias-budget';
import { goDocuments } from './go-documents';

export interface ManifestOptions {
  readonly environment: string;
  /** Places are told relative to this folder. */
  readonly root: string;
}

/**
 * Reads every `.yaml`, `.yml` and `.json` file of a folder, or one file, as Kubernetes objects; lists are opened.
 * @throws ToolError MANIFESTS with every file that a reader would repair, refuse, or take in two ways
 */
export function loadManifests(path: string, options: ManifestOptions): readonly RenderedObject[] {
  if (!existsSync(path)) {
    throw new ToolError('MANIFESTS', [
      { message: `there is no folder or file ${relative(options.root, path) || path}.` },
    ]);
  }
  const problems: Problem[] = [];
  const objects = files(path).flatMap((file) => readManifest(file, options, problems));
  if (problems.length > 0) throw new ToolError('MANIFESTS', problems);
  if (objects.length === 0) throw new ToolError('MANIFESTS', [nothingIn(path, options)]);
  return objects;
}

/** A run that judged nothing must not pass. */
function nothingIn(path: string, options: ManifestOptions): Problem {
  const name = relative(options.root, path) || path;
  const links = statSync(path).isFile() ? [] : entriesOf(path).filter((entry) => entry.isSymbolicLink());
  const passed =
    links.length === 0 ? '' : ` Symbolic links are not followed: ${links.map((one) => one.name).join(', ')}.`;
  return {
    message: `${name} holds no Kubernetes object in a .yaml, .yml or .json file, so nothing was judged.${passed}`,
    fix: 'name the folder that holds the files, or the file itself.',
  };
}

function entriesOf(path: string) {
  return readdirSync(path, { recursive: true, withFileTypes: true });
}

function files(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return entriesOf(path)
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort(byCodeUnit);
}

function readManifest(path: string, options: ManifestOptions, problems: Problem[]): RenderedObject[] {
  const file = relative(options.root, path).replaceAll('\\', '/');
  const lineCounter = new LineCounter();
  const documents = documentsOf(path, lineCounter);
  if ('message' in documents) {
    problems.push({ place: { file, line: 1, column: 1 }, ...documents });
    return [];
  }
  const objects: RenderedObject[] = [];
  for (const document of documents) {
    const place = (offset: number): SourcePlace => {
      const { line, col } = lineCounter.linePos(offset);
      return { file, line, column: col };
    };
    const start = place(document.contents?.range?.[0] ?? 0);
    const wrong = problemsOf(document, place);
    problems.push(...wrong);
    const value: unknown = wrong.length > 0 ? null : document.toJS({ maxAliasCount: -1 });
    for (const one of opened(value))
      objects.push(renderedObject(one, { environment: options.environment, app: '', source: () => start }));
  }
  return objects;
}

/** What is in a file, or why that cannot be said. */
function documentsOf(path: string, lineCounter: LineCounter): readonly Document.Parsed[] | Problem {
  try {
    const bytes = readFileSync(path);
    if (!isUtf8(bytes))
      return { message: 'the file is not UTF-8 text, and kubectl refuses it.', fix: 'save it as UTF-8.' };
    return goDocuments(bytes.toString('utf8'), lineCounter);
  } catch (error) {
    if (error instanceof RangeError)
      return { message: 'the file is nested too deeply to be read.', fix: 'flatten it.' };
    return { message: `the file cannot be read: ${messageOf(error)}.`, fix: 'make it readable.' };
  }
}

function problemsOf(document: Document.Parsed, placeAt: (offset: number) => SourcePlace): readonly Problem[] {
  const found = [...document.errors, ...document.warnings];
  if (found.length > 0) {
    return found.map((error) => ({
      place: placeAt(error.pos[0]),
      message: `the file is not YAML that every reader takes the same way: ${error.message}`,
      fix: 'correct the line.',
    }));
  }
  const place = placeAt(document.contents?.range?.[0] ?? 0);
  const wrong = wrongExpansion(document);
  if (wrong !== undefined)
    return [
      { place, message: `the document cannot be read: ${wrong}.`, fix: 'write the values out, or flatten them.' },
    ];
  // Nothing, or only comments, between two `---`: every reader skips it.
  if (isMap(document.contents) || document.toJS({ maxAliasCount: -1 }) === null) return [];
  return [{ place, message: 'the document is not a map, so it is not a Kubernetes object.', fix: 'remove it.' }];
}

/** `kind: List` holds objects; anything else is one. */
function opened(value: unknown): readonly JsonObject[] {
  if (!isJsonObject(value)) return [];
  return value['kind'] === 'List' ? listAt(value, 'items').flatMap(opened) : [value];
}
