// Typed constructs, made by cdk8s-cli's own importers from definitions that are already here.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withoutProse } from './prose.mjs';

const require = createRequire(import.meta.url);
const cli = dirname(require.resolve('cdk8s-cli/package.json'));
const { ImportKubernetesApi } = require(join(cli, 'lib/import/k8s.js'));
const { ImportCustomResourceDefinition } = require(join(cli, 'lib/import/crd.js'));
const util = require(join(cli, 'lib/util.js'));

/** `{ file: text }` for the newest Kubernetes version. */
export async function typedKubernetes({ definitions }) {
  const text = JSON.stringify({ definitions: withoutProse(definitions) });
  const original = util.download;
  util.download = async () => text;
  try {
    return { 'k8s.ts': await render(new ImportKubernetesApi({ apiVersion: '1.0.0' }), 'k8s.ts', 'Kube') };
  } finally {
    util.download = original;
  }
}

/** `{ file: text }`, one file per group, for the custom kinds that are marked `typed`. */
export async function typedCustom(kinds) {
  const groups = new Map();
  for (const { group, version, typed } of kinds) {
    if (typed === undefined) continue;
    const schema = withoutProse(typed.spec.versions.find((v) => v.name === version).schema);
    const spec = {
      group,
      names: { kind: typed.spec.names.kind },
      versions: [{ name: version, schema: withoutStatus(schema) }],
    };
    const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec };
    groups.set(group, [...(groups.get(group) ?? []), crd]);
  }
  const files = {};
  for (const group of [...groups.keys()].sort()) {
    const manifest = groups
      .get(group)
      .map((crd) => JSON.stringify(crd))
      .join('\n---\n');
    files[`${group}.ts`] = await render(new ImportCustomResourceDefinition(manifest), `${group}.ts`, '');
  }
  return files;
}

/** Controllers write `status`; nobody renders it. */
function withoutStatus(schema) {
  const { status: _status, ...properties } = schema.openAPIV3Schema.properties ?? {};
  return { openAPIV3Schema: { ...schema.openAPIV3Schema, properties } };
}

async function render(importer, file, classNamePrefix) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-import-'));
  const log = console.log;
  console.log = () => undefined;
  try {
    await importer.import({ outdir: folder, targetLanguage: 'typescript', classNamePrefix });
    return clean(readFileSync(join(folder, file), 'utf8'));
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drops the comments that only repeat a schema's name. */
function clean(text) {
  return `${text
    .replace(/^\s*\/\*\*\n(?:\s*\*[^/\n]*\n)*\s*\*\/\n/gm, '')
    .replace(/^\s*\/\*\* .* \*\/\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(WITHOUT_UNDEFINED, (_, map, value) =>
      map === 'result' ? 'present(result)' : `presentIn(${map}${changeOf(value)})`,
    )
    .trimEnd()}\n${PRESENT}`;
}

function changeOf(value) {
  return value === 'i[1]' ? '' : `, (y) => ${value.replaceAll('i[1]', 'y')}`;
}

/** How cdk8s-cli leaves out what is undefined: a copy of the whole map for every field in it. */
const WITHOUT_UNDEFINED =
  /Object\.entries\(([^()]*)\)\.reduce\(\(r, i\) => \(i\[1\] === undefined\) \? r : \(\{ \.\.\.r, \[i\[0\]\]: (.*?) \}\), \{\}\)/g;

/** The same with one copy: of what a function above just made, and of a map of the user's. */
const PRESENT = `
function present(fields: { readonly [key: string]: any }): any {
  const result: Record<string, any> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function presentIn<T>(map: { readonly [key: string]: T }, change?: (value: T) => any): any {
  const result: Record<string, any> = {};
  for (const key of Object.keys(map)) {
    const value = map[key] as T;
    if (value !== undefined) result[key] = change === undefined ? value : change(value);
  }
  return result;
}
`;
