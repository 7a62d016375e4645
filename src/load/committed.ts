import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CommittedObject } from '../model/check-input';
import { isOurs } from '../model/file-spec';
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
}

/** The committed objects of an environment, as context for the checks and for `diff`. Files of others are passed over. */
export function readCommittedObjects(
  outDir: string,
  environment: string,
  { apps, except }: CommittedSelection = {},
): readonly RenderedObject[] {
  const objects: RenderedObject[] = [];
  for (const path of listFiles(outDir, environment)) {
    const app = path.split('/')[1] as string;
    if (except?.has(path) || (apps !== undefined && !apps.includes(app))) continue;
    const text = readFileSync(join(outDir, path), 'utf8');
    if (!isOurs(text)) continue;
    const value: unknown = readCanonical(text) ?? parse(text, { version: '1.1' });
    if (isJsonObject(value)) objects.push(renderedObject(value, { app, environment }));
  }
  return objects;
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
    .filter((entry) => entry.isDirectory() && entry.name !== '_bootstrap')
    .map((entry) => entry.name)
    .sort(byCodeUnit);
}
