import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, LineCounter, parseAllDocuments } from 'yaml';
import { type Problem, ToolError } from '../model/errors';
import { isJsonObject, type JsonObject, listAt } from '../model/json';
import { byCodeUnit } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';
import { GO_YAML } from './go-yaml';

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
  return objects;
}

function files(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort(byCodeUnit);
}

function readManifest(path: string, options: ManifestOptions, problems: Problem[]): RenderedObject[] {
  const file = relative(options.root, path).replaceAll('\\', '/');
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), {
    lineCounter,
    ...GO_YAML,
    prettyErrors: false,
  });
  const placeAt = (offset: number): SourcePlace => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const objects: RenderedObject[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const error of [...document.errors, ...document.warnings]) {
      const message = `the file is not YAML that every reader takes the same way: ${error.message}`;
      problems.push({ place: placeAt(error.pos[0]), message, fix: 'correct the line.' });
    }
    // Nothing, or only comments, between two `---`: every reader skips it.
    if (document.errors.length > 0 || document.toJS({ maxAliasCount: 100 }) === null) continue;
    const place = placeAt(document.contents?.range?.[0] ?? 0);
    if (document.contents === null || !isMap(document.contents)) {
      problems.push({
        place,
        message: 'the document is not a map, so it is not a Kubernetes object.',
        fix: 'remove it.',
      });
      continue;
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const source = () => place;
    for (const one of opened(value))
      objects.push(renderedObject(one, { environment: options.environment, app: '', source }));
  }
  return objects;
}

/** `kind: List` holds objects; anything else is one. */
function opened(value: unknown): readonly JsonObject[] {
  if (!isJsonObject(value)) return [];
  return value['kind'] === 'List' ? listAt(value, 'items').flatMap(opened) : [value];
}
