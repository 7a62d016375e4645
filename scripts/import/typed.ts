// Typed constructs, made by cdk8s-cli's own importers from definitions that are already here.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OpenApi } from '../../src/checks/schema/open-api';
import { mapValues } from '../../src/model/map-values';
import type { CustomKind, Kubernetes } from './open-api';
import { withoutProse } from './prose';
import { shareTypes } from './share-types';
import { withoutLoss } from './without-loss';

interface Importer {
  import(options: { outdir: string; targetLanguage: 'typescript'; classNamePrefix: string }): Promise<unknown>;
}

// cdk8s-cli does not publish its importers, so they are required by their path.
const cli = dirname(require.resolve('cdk8s-cli/package.json'));
const { ImportKubernetesApi }: { ImportKubernetesApi: new (options: { apiVersion: string }) => Importer } = require(
  join(cli, 'lib/import/k8s.js'),
);
const {
  ImportCustomResourceDefinition,
}: { ImportCustomResourceDefinition: new (manifest: string) => Importer } = require(join(cli, 'lib/import/crd.js'));
const util: { download: (url: string) => Promise<string> } = require(join(cli, 'lib/util.js'));

/** `{ file: text }` for the newest Kubernetes version. @param factsOf what is said of a definition or a field */
export async function typedKubernetes({ definitions }: Kubernetes, factsOf: Facts): Promise<Record<string, string>> {
  const text = JSON.stringify({ definitions: mapValues(definitions, withoutProse) });
  const original = util.download;
  util.download = async () => text;
  try {
    const raw = await render(new ImportKubernetesApi({ apiVersion: '1.0.0' }), 'k8s.ts', 'Kube');
    return { 'k8s.ts': clean(raw, factsOf) };
  } finally {
    util.download = original;
  }
}

/**
 * `{ file: text }`, one file per group. Of a kind with several versions the one that is stored has the kind's own name,
 * and the others have their version behind it, which is what cdk8s-cli does with all but the first.
 */
export async function typedCustom(kinds: readonly CustomKind[]): Promise<Record<string, string>> {
  const groups = new Map<string, string[]>();
  for (const { group, kind, version, schema } of [...kinds].sort((a, b) => Number(b.stored) - Number(a.stored))) {
    const openAPIV3Schema = withoutStatus(withoutProse(schema));
    const spec = { group, names: { kind }, versions: [{ name: version, schema: { openAPIV3Schema } }] };
    const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec };
    groups.set(group, [...(groups.get(group) ?? []), JSON.stringify(crd)]);
  }
  const files: Record<string, string> = {};
  for (const [group, definitions] of groups) {
    const manifest = definitions.join('\n---\n');
    const raw = await render(new ImportCustomResourceDefinition(manifest), `${group}.ts`, '');
    files[`${group}.ts`] = shareTypes(clean(raw, () => undefined));
  }
  return files;
}

/** Controllers write `status`; nobody renders it. */
function withoutStatus(schema: OpenApi): OpenApi {
  const { status: _status, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}

async function render(importer: Importer, file: string, classNamePrefix: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-import-'));
  const log = console.log;
  console.log = () => undefined;
  try {
    await importer.import({ outdir: folder, targetLanguage: 'typescript', classNamePrefix });
    return readFileSync(join(folder, file), 'utf8');
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true, force: true });
  }
}

type Facts = (schema: string) => string | undefined;

/** Puts facts in the place of the comments, which only repeat a schema's name, and lets nothing be dropped. */
function clean(text: string, factsOf: Facts): string {
  const cleaned = text
    .replace(/^\s*\/\*\* .* \*\/\n/gm, '')
    .replace(/^\/\* eslint-.* \*\/\n/gm, '')
    .replace(/^\s*\/\*\*\n((?:\s*\*[^/\n]*\n)*)([ \t]*) \*\/\n/gm, (_, comment: string, indent: string) => {
      const facts = factsOf(/@schema (\S+)/.exec(comment)?.[1] ?? '');
      return facts === undefined ? '' : `${indent}/** ${facts.replaceAll('*/', '*\\/')} */\n`;
    })
    .replace(/\n{3,}/g, '\n\n');
  return withoutLoss(cleaned);
}
