import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { DEFINITIONS, sha256 } from './cache';

interface Source {
  readonly file: string;
  readonly url: string;
  readonly sha256: string;
}

/** The CustomResourceDefinitions that `imports/sources.yaml` pins. */
export function pinnedDefinitions(root: string): readonly Source[] {
  return parse(readFileSync(join(root, 'imports', 'sources.yaml'), 'utf8')).definitions;
}

/** What lies in the cache with its pinned SHA-256. */
export function cachedDefinition(source: Source): string | undefined {
  const file = join(DEFINITIONS, source.file);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return sha256(text) === source.sha256 ? text : undefined;
}

/**
 * Brings one definition into the cache, from a folder or from where it was published.
 * @throws Error naming the file, when it cannot be had or is another one than the pinned
 */
export async function obtainDefinition(source: Source, from: string | undefined): Promise<void> {
  const text = from === undefined ? await download(source.url) : readFileSync(join(from, 'crds', source.file), 'utf8');
  const digest = sha256(text);
  if (digest !== source.sha256) throw new Error(`${source.file}: SHA-256 is ${digest}, pinned is ${source.sha256}`);
  const file = join(DEFINITIONS, source.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}.tmp`, text);
  renameSync(`${file}.${process.pid}.tmp`, file);
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error) => {
    throw new Error(`${url} did not answer: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return await answer.text();
}
