// Reads the definitions that imports/sources.yaml pins, from a folder or from where they were published,
// and accepts them only with the pinned SHA-256.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { CustomDefinition, CustomKind, Kubernetes } from './open-api';

interface Pinned {
  readonly url: string;
  readonly sha256: string;
}

/** `imports/sources.yaml`. */
export interface Sources {
  /** With `definitions`, the digest is that of the file's definitions, as JSON without white space. */
  readonly kubernetes: readonly (Pinned & { readonly version: string; readonly definitions?: true })[];
  readonly definitions: readonly (Pinned & { readonly file: string })[];
  readonly catalog: readonly (Pinned &
    Pick<CustomKind, 'group' | 'kind' | 'version' | 'namespaced'> & { readonly file: string })[];
}

export function readSources(file: string): Sources {
  return parse(readFileSync(file, 'utf8'));
}

/** The text of one pinned file. @param part takes what the digest is of from the text */
async function fetchPinned(
  source: Pinned,
  localPath: string,
  from: string | undefined,
  part = (text: string) => text,
): Promise<string> {
  const text = part(from === undefined ? await download(source.url) : readFileSync(join(from, localPath), 'utf8'));
  const digest = createHash('sha256').update(text).digest('hex');
  if (digest !== source.sha256) {
    throw new Error(`${localPath}: SHA-256 is ${digest}, but imports/sources.yaml pins ${source.sha256}.`);
  }
  return text;
}

function definitionsOf(text: string): string {
  return JSON.stringify(JSON.parse(text).definitions);
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url).catch((error: Error) => {
    const { message } = error.cause instanceof Error ? error.cause : error;
    throw new Error(`${url} did not answer: ${message}.`);
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status} ${answer.statusText}.`);
  return await answer.text();
}

/** Kubernetes calls both texts, and says in prose that they may be numbers; the other files say it in their types. */
const UNIONS: Kubernetes['definitions'] = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { oneOf: [{ type: 'string' }, { type: 'integer' }] },
};

/** All Kubernetes versions, ascending. */
export async function readKubernetes(sources: Sources, from: string | undefined): Promise<readonly Kubernetes[]> {
  const found: Kubernetes[] = [];
  for (const source of sources.kubernetes) {
    const file = `kubernetes/v${source.version}.json`;
    const definitions =
      source.definitions === true
        ? { ...JSON.parse(await fetchPinned(source, file, from, definitionsOf)), ...UNIONS }
        : JSON.parse(await fetchPinned(source, file, from)).definitions;
    found.push({ version: source.version, definitions });
  }
  return found;
}

/** All custom kinds, one for each served version. */
export async function readCustom(sources: Sources, from: string | undefined): Promise<readonly CustomKind[]> {
  const found: CustomKind[] = [];
  for (const source of sources.definitions) {
    const text = await fetchPinned(source, `crds/${source.file}`, from);
    for (const document of parseAllDocuments(text)) {
      const crd: CustomDefinition | null = document.toJS();
      if (crd?.kind !== 'CustomResourceDefinition') continue;
      for (const version of crd.spec.versions) {
        if (version.served === false) continue;
        found.push({
          group: crd.spec.group,
          kind: crd.spec.names.kind,
          version: version.name,
          namespaced: crd.spec.scope === 'Namespaced',
          schema: version.schema.openAPIV3Schema,
          stored: version.storage,
        });
      }
    }
  }
  for (const source of sources.catalog) {
    const text = await fetchPinned(source, `crds/catalog/${source.file}`, from);
    const [group, kind, version] = [source.group, source.kind, source.version];
    found.push({ group, kind, version, namespaced: source.namespaced, schema: JSON.parse(text), stored: true });
  }
  return found;
}

export function requireFolder(from: string | undefined): void {
  if (from !== undefined && !existsSync(from)) throw new Error(`--from ${from}: there is no such folder.`);
}
