import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseOutputPath, placeOf } from '../knowledge/argocd/parse-output-path';
import type { CommittedObject } from '../model/check-input';
import { defined } from '../model/defined';
import { isOurs, MOST_FILE_BYTES } from '../model/file-spec';
import { isJsonObject, type JsonObject } from '../model/json';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { readCanonical } from './canonical-yaml';
import { committedPaths } from './committed-paths';
import { GO_YAML } from './go-yaml';
import { readRegularFile } from './regular-file';

/** Only for what was edited by hand: loading it takes longer than reading what this tool wrote. */
const loadYaml = (): typeof import('yaml') => require('yaml');

/** Which committed objects are wanted. */
export interface CommittedSelection {
  /** Paths below the output folder; one that ends in `/` stands for everything below it. `@default` - all */
  readonly within?: readonly string[];
  /** Paths below the output folder that need not be read, since what belongs there is known. */
  readonly except?: ReadonlySet<string>;
  /** What an earlier reading of the same process found. */
  readonly memory?: CommittedMemory;
}

/** Objects by absolute path, for a process that reads the same output again and again. */
export type CommittedMemory = Map<
  string,
  { readonly mtimeMs: number; readonly size: number; readonly object: RenderedObject | undefined }
>;

/** Absent for a file that is not ours, or holds no object. */
type Read = RenderedObject | undefined;

/** The committed objects of an environment, as context for the checks and for `diff`. Files of others are passed over. */
export function readCommittedObjects(
  outDir: string,
  environment: string,
  { within, except, memory }: CommittedSelection = {},
): readonly RenderedObject[] {
  const objects: RenderedObject[] = [];
  for (const path of committedPaths(outDir, environment)) {
    const { app } = placeOf(path);
    if (except?.has(path) || (within !== undefined && !within.some((scope) => isWithin(path, scope)))) continue;
    const file = join(outDir, path);
    const read = () => readObject(file, app, environment);
    const object = memory === undefined ? read() : remembered(memory, file, read);
    if (object !== undefined) objects.push(object);
  }
  return objects;
}

/** The committed definitions of custom kinds: few, and known by their file names. */
export function committedDefinitions(outDir: string, environment: string): readonly RenderedObject[] {
  const within = committedPaths(outDir, environment).filter(
    (path) => parseOutputPath(path)?.kind === 'customresourcedefinition',
  );
  return readCommittedObjects(outDir, environment, { within });
}

function isWithin(path: string, scope: string): boolean {
  return scope.endsWith('/') ? path.startsWith(scope) : path === scope;
}

function readObject(file: string, app: string, environment: string): Read {
  const bytes = readRegularFile(file, MOST_FILE_BYTES);
  const value = Buffer.isBuffer(bytes) ? committedValue(bytes.toString('utf8')) : undefined;
  return value === undefined ? undefined : renderedObject(value, { app, environment });
}

/** What a file of ours holds; undefined for a file of somebody else, and for one that a hand edit made unreadable. */
export function committedValue(text: string): JsonObject | undefined {
  if (!isOurs(text)) return undefined;
  const value: unknown = readCanonical(text) ?? parsed(text);
  return isJsonObject(value) ? value : undefined;
}

/** A hand edit can make a file unreadable; the comparison tells it, and here it is nothing. */
function parsed(text: string): unknown {
  const { parse, YAMLError } = loadYaml();
  try {
    return parse(text, GO_YAML);
  } catch (error) {
    if (error instanceof YAMLError) return undefined;
    throw error;
  }
}

function remembered(memory: CommittedMemory, file: string, read: () => Read): Read {
  const { mtimeMs, size } = statSync(file);
  const known = memory.get(file);
  if (known !== undefined && known.mtimeMs === mtimeMs && known.size === size) return known.object;
  const object = read();
  memory.set(file, { mtimeMs, size, object });
  return object;
}

/** What is committed, as identities. A hand edit can make a file unreadable; such a file names nothing. */
export function committedObjects(objects: readonly RenderedObject[]): readonly CommittedObject[] {
  return objects.map(({ app, group, kind, namespace, name }) => ({
    app,
    group,
    kind,
    ...defined({ namespace }),
    name,
  }));
}
