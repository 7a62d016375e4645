import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { DEFINITIONS, sha256 } from './cache';

interface Source {
  readonly file: string;
  readonly url: string;
  readonly sha256: string;
  /** The Go module that holds the file at the same path, for where its address does not answer. */
  readonly module?: string;
}

/** The CustomResourceDefinitions that `imports/sources.yaml` pins. */
export function pinnedDefinitions(root: string): readonly Source[] {
  return parse(readFileSync(join(root, 'imports', 'sources.yaml'), 'utf8')).definitions;
}

/** A kind of which the catalogue's JSON schema is pinned. */
export interface CatalogSource extends Source {
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  readonly namespaced: boolean;
}

/** JSON schemas of the catalogue that `imports/sources.yaml` pins; they lie in a folder of their own. */
export function pinnedCatalog(root: string): readonly CatalogSource[] {
  const catalog: readonly CatalogSource[] = parse(readFileSync(join(root, 'imports', 'sources.yaml'), 'utf8')).catalog;
  return catalog.map((source) => ({ ...source, file: `catalog/${source.file}` }));
}

/** What lies in the cache with its pinned SHA-256. */
export function cachedDefinition(source: Source): string | undefined {
  const file = join(DEFINITIONS, source.file);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return sha256(text) === source.sha256 ? text : undefined;
}

/**
 * Brings one definition into the cache: from a folder that has it, from where it was published, or from its Go module.
 * @throws Error naming the file, when it cannot be had or is another one than the pinned
 */
export async function obtainDefinition(source: Source, from: string | undefined): Promise<void> {
  const text = inFolder(source, from) ?? (await download(source.url).catch((error: Error) => inModule(source, error)));
  const digest = sha256(text);
  if (digest !== source.sha256) throw new Error(`${source.file}: SHA-256 is ${digest}, pinned is ${source.sha256}`);
  const file = join(DEFINITIONS, source.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}.tmp`, text);
  renameSync(`${file}.${process.pid}.tmp`, file);
}

function inFolder({ file }: Source, from: string | undefined): string | undefined {
  const path = from === undefined ? undefined : join(from, 'crds', file);
  return path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** `…/kedacore/keda/v2.20.2/config/crd/x.yaml` is `config/crd/x.yaml` of the module. @throws the error of the address where no module is named */
function inModule({ url, module }: Source, error: Error): string {
  if (module === undefined) throw error;
  const ran = spawnSync('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), encoding: 'utf8' });
  if (ran.status !== 0)
    throw new Error(`${error.message}, and neither did ${module}: ${ran.stderr || ran.stdout || ran.error?.message}`);
  const { Dir } = JSON.parse(ran.stdout) as { Dir: string };
  return readFileSync(join(Dir, ...new URL(url).pathname.split('/').slice(4)), 'utf8');
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error) => {
    throw new Error(`${url} did not answer: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return await answer.text();
}
