// Regenerates imports/: typed constructs and compact schemas, from what imports/sources.yaml pins.
//   npm run import                          from where the definitions were published
//   npm run import -- --from DIR            from a folder that holds them (kubernetes/, crds/)
//   npm run import -- --from DIR --to DIR   into another folder, for comparing
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { first, last } from '../src/model/lists';
import type { SchemaBundle } from '../src/model/schema';
import { compactCustom, compactKubernetes } from './import/compact';
import { CONSTRAINTS } from './import/constraints';
import { type FactSources, factsOf } from './import/facts';
import { fieldVersions } from './import/field-versions';
import type { CustomKind, Kubernetes } from './import/open-api';
import { readCustom, readKubernetes, readSources, requireFolder } from './import/sources';
import { stable } from './import/stable-json';
import { typedCustom, typedKubernetes } from './import/typed';

const root = join(__dirname, '..');

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const from = values.from === undefined ? undefined : resolve(values.from);
  const to = resolve(values.to ?? join(root, 'imports'));
  requireFolder(from);
  const sources = readSources(join(root, 'imports', 'sources.yaml'));
  const files = await generate(await readKubernetes(sources, from), await readCustom(sources, from));
  // Everything is made before anything is touched.
  mkdirSync(join(to, 'schemas'), { recursive: true });
  for (const folder of ['', 'schemas/']) removeOthers(to, folder, files);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(to, path), text);
  process.stderr.write(`${Object.keys(files).length} files written to ${to}\n`);
}

/** `{ path: text }` of all that is generated. */
async function generate(
  kubernetes: readonly Kubernetes[],
  custom: readonly CustomKind[],
): Promise<Record<string, string>> {
  if (kubernetes.length === 0) throw new Error('imports/sources.yaml names no version of Kubernetes.');
  const files: Record<string, string> = { 'fields.ts': fieldsText(), ...(await typedCustom(custom)) };
  const served: Record<string, string[]> = {};
  const bundles: [string, SchemaBundle][] = [];
  for (const { version, definitions } of kubernetes) {
    const bundle = compactKubernetes(definitions, CONSTRAINTS);
    bundles.push([version, bundle]);
    files[`schemas/kubernetes-${version}.json`] = stable({ ...bundle });
    for (const kind of Object.keys(bundle.kinds)) served[kind] = [...(served[kind] ?? []), version];
  }
  files['schemas/custom.json'] = stable({ ...compactCustom(custom) });
  files['schemas/served.json'] = stable({ served });
  const fields = fieldVersions(bundles);
  files['schemas/field-versions.json'] = stable({ fields });
  Object.assign(
    files,
    await typedKubernetes(last(kubernetes), factsOf(sourcesOf(kubernetes, bundles, fields, served))),
  );
  return files;
}

/** What the typed files call. */
function fieldsText(): string {
  const text = readFileSync(join(root, 'scripts', 'import', 'fields.ts'), 'utf8');
  return `// Copied from scripts/import/fields.ts by \`npm run import\`; do not edit.\n${text}`;
}

function sourcesOf(
  kubernetes: readonly Kubernetes[],
  bundles: readonly (readonly [version: string, SchemaBundle])[],
  fields: FactSources['fieldVersions'],
  served: FactSources['served'],
): FactSources {
  const newest = last(kubernetes);
  const [, bundle] = last(bundles);
  const { version: oldest } = first(kubernetes);
  return { ...newest, bundle, fieldVersions: fields, served, oldest };
}

/** What an earlier run made and this one does not: all TypeScript and JSON there is generated. */
function removeOthers(to: string, folder: string, files: Readonly<Record<string, string>>): void {
  for (const name of readdirSync(join(to, folder))) {
    if (/\.(ts|json)$/.test(name) && files[`${folder}${name}`] === undefined) rmSync(join(to, folder, name));
  }
}

run().catch((error: Error) => {
  process.stderr.write(`import: ${error.message}\n`);
  process.exitCode = 1;
});
