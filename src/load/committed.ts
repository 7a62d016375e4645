import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLError } from 'yaml';
import type { CommittedObject } from '../model/check-input';
import { isOurs, TEMPORARY } from '../model/file-spec';
import { isJsonObject } from '../model/json';
import { byCodeUnit } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { readCanonical } from './canonical-yaml';

/** Which committed objects are wanted. */
export interface CommittedSelection {
  /** `@default` - all apps */
  readonly apps?: readonly string[];
  /** Paths below the output folder that need not be read, since what belongs there is known. */
  readonly except?: ReadonlySet<string>;
  /** What an earlier reading of the same process found. */
  readonly memory?: CommittedMemory;
}

/** Objects by absolute path, for a process that reads the same output again and again. */
export type CommittedMemory = Map<string, { readonly mtimeMs: number; readonly size: number; readonly object: Read }>;

/** Absent for a file that is not ours, or holds no object. */
type Read = RenderedObject | undefined;

/** The committed objects of an environment, as context for the checks and for `diff`. Files of others are passed over. */
export function readCommittedObjects(
  outDir: string,
  environment: string,
  { apps, except, memory }: CommittedSelection = {},
): readonly RenderedObject[] {
  const objects: RenderedObject[] = [];
  for (const path of listFiles(outDir, environment)) {
    const app = path.split('/')[1] as string;
    if (except?.has(path) || (apps !== undefined && !apps.includes(app))) continue;
    const file = join(outDir, path);
    const read = () => readObject(file, app, environment);
    const object = memory === undefined ? read() : remembered(memory, file, read);
    if (object !== undefined) objects.push(object);
  }
  return objects;
}

function readObject(file: string, app: string, environment: string): Read {
  const text = readFileSync(file, 'utf8');
  if (!isOurs(text)) return undefined;
  const value: unknown = readCanonical(text) ?? parsed(text);
  return isJsonObject(value) ? renderedObject(value, { app, environment }) : undefined;
}

/** A hand edit can make a file unreadable; the comparison tells it, and here it is nothing. */
function parsed(text: string): unknown {
  try {
    return parse(text, { version: '1.1' });
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

/** Paths of all files of one environment, sorted; symbolic links are never followed. */
function listFiles(outDir: string, environment: string): readonly string[] {
  const found: string[] = [];
  walk(outDir, environment, found);
  return found.sort(byCodeUnit);
}

function walk(outDir: string, folder: string, found: string[]): void {
  const absolute = join(outDir, folder);
  if (!existsSync(absolute) || !lstatSync(absolute).isDirectory()) return;
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    // What a run that died left is no part of the output.
    if (entry.name.endsWith(TEMPORARY)) continue;
    if (entry.isDirectory()) walk(outDir, path, found);
    else if (entry.isFile()) found.push(path);
  }
}

/** What is committed, as identities. A hand edit can make a file unreadable; such a file names nothing. */
export function committedObjects(objects: readonly RenderedObject[]): readonly CommittedObject[] {
  return objects.map(({ app, group, kind, namespace, name }) => ({
    app,
    group,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
  }));
}

/** Names of the environments that the output holds, also of those that no longer exist. */
export function committedEnvironments(outDir: string): readonly string[] {
  if (!existsSync(outDir)) return [];
  return readdirSync(outDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_bootstrap' && !entry.name.endsWith(TEMPORARY))
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}
