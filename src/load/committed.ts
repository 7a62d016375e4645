import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLError } from 'yaml';
import type { CommittedObject } from '../model/check-input';
import { HEADER_START, isOurs } from '../model/file-spec';
import { isJsonObject } from '../model/json';
import { byCodeUnit } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';

/** A file below the output folder. */
export interface CommittedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Whether it carries our header; others are never touched. */
  readonly ours: boolean;
}

/** All files of one environment; symbolic links are listed as not ours and never followed. */
export function listCommitted(outDir: string, environment: string): readonly CommittedFile[] {
  const found: CommittedFile[] = [];
  walk(outDir, environment, found);
  return found.sort((a, b) => byCodeUnit(a.path, b.path));
}

function walk(outDir: string, folder: string, found: CommittedFile[]): void {
  const absolute = join(outDir, folder);
  if (!existsSync(absolute) || !lstatSync(absolute).isDirectory()) return;
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(outDir, path, found);
    else found.push({ path, ours: entry.isFile() && hasHeader(join(outDir, path)) });
  }
}

function hasHeader(file: string): boolean {
  const buffer = Buffer.alloc(HEADER_START.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, buffer, 0, buffer.length, 0);
  } finally {
    closeSync(handle);
  }
  return isOurs(buffer.toString('utf8'));
}

/** The committed objects of some apps, or of all of them, as context for the checks and for `diff`. */
export function readCommittedObjects(
  outDir: string,
  environment: string,
  apps?: readonly string[],
): readonly RenderedObject[] {
  const objects: RenderedObject[] = [];
  for (const { path, ours } of listCommitted(outDir, environment)) {
    const app = path.split('/')[1] as string;
    if (!ours || (apps !== undefined && !apps.includes(app))) continue;
    const value = parsed(readFileSync(join(outDir, path), 'utf8'));
    if (isJsonObject(value)) objects.push(renderedObject(value, { app, environment }));
  }
  return objects;
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

/** What is committed, as identities. */
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
    .filter((entry) => entry.isDirectory() && entry.name !== '_bootstrap')
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}
