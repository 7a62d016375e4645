import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { releaseSchema } from '../../src/load/settings/release-schema';
import { environmentSchema } from '../../src/load/settings/schema';
import { SCHEMA_OPTIONS as options } from '../schema-options';
import type { Pages } from './page';

/** One key as the page shows it. */
interface Row {
  readonly key: string;
  readonly value: string;
  readonly fallback: string;
  readonly about: string;
}

type Part = JsonSchema | boolean | undefined;

function isMap(schema: Part): schema is JsonSchema {
  return typeof schema === 'object';
}

/** What a value looks like, in the words of a table's cell. */
function shapeOf(schema: Part): string {
  if (!isMap(schema)) return 'anything';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((choice) => `\`${String(choice)}\``).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(shapeOf))].join(' or ');
  if (schema.type === 'array') return `list of ${shapeOf(schema.items as Part)}`;
  if (schema.type === 'object') return isMap(free(schema)) ? `map to ${shapeOf(free(schema))}` : 'map';
  if (schema.type === 'string') return 'text';
  return { integer: 'whole number', number: 'number', boolean: 'true or false' }[String(schema.type)] ?? 'anything';
}

/** The value of keys that people choose. */
function free(schema: JsonSchema): Part {
  return schema.additionalProperties;
}

function fallbackOf(schema: JsonSchema, isRequired: boolean): string {
  if (schema.default !== undefined) return `\`${JSON.stringify(schema.default)}\``;
  return isRequired ? 'required' : '';
}

/** The rows of a map's keys, and of the keys below them. */
function rowsOf(schema: Part, prefix: string): readonly Row[] {
  if (!isMap(schema)) return [];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.flatMap((choice) => rowsOf(choice, prefix));
  if (schema.type === 'array') return rowsOf(schema.items as Part, `${prefix}[]`);
  if (schema.properties === undefined) {
    return schema.type === 'object' ? rowsOf(free(schema), `${prefix}.<name>`) : [];
  }
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties).flatMap(([name, inner]) => {
    if (!isMap(inner)) return [];
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const about = inner.description;
    if (about === undefined) throw new Error(`${key} has no \`about\` in src/load/settings: write what it does.`);
    return [
      { key, value: shapeOf(inner), fallback: fallbackOf(inner, required.has(name)), about },
      ...rowsOf(inner, key),
    ];
  });
}

function table(rows: readonly Row[]): string {
  const cells = ({ key, value, fallback, about }: Row) =>
    `| \`${key}\` | ${value} | ${fallback} | ${about.replaceAll('|', '\\|')} |`;
  return ['| key | value | default | what it does |', '|---|---|---|---|', ...rows.map(cells)].join('\n');
}

/** Rows without those of the same key that came before. */
function unique(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Every key of environment.yaml, defaults.yaml and release.yaml, from the definitions that validate them. */
export function settingsPages(): Pages {
  return { 'settings.md': settingsText() };
}

function settingsText(): string {
  const whole = toJsonSchema(environmentSchema, options);
  const byPlatform = new Map(
    (whole.oneOf ?? whole.anyOf ?? []).flatMap((kind) => {
      const platform =
        isMap(kind) && isMap(kind.properties?.['platform']) ? kind.properties['platform'].const : undefined;
      return platform === undefined ? [] : [[String(platform), unique(rowsOf(kind, ''))] as const];
    }),
  );
  const eks = byPlatform.get('eks') ?? [];
  const plain = byPlatform.get('kubernetes') ?? [];
  const keysOfPlain = new Set(plain.map(({ key }) => key));
  const keysOfEks = new Set(eks.map(({ key }) => key));
  const settings = (rows: readonly Row[]) => table(rows.filter(({ key }) => key !== 'platform'));

  return `# Settings

Each environment has a folder \`environments/<name>/\`. \`environment.yaml\` holds its settings, \`release.yaml\` what is promoted
from one environment to the next, and \`facts.json\` the last reading of the live cluster. \`environments/defaults.yaml\` is the
last parent of every environment, and may hold every key of \`environment.yaml\`. Maps are merged key by key; lists are replaced.
The same definitions validate the files and make the schemas that editors use.

## All environments

\`platform\` is \`eks\` (the default) or \`kubernetes\`.

${settings(eks.filter(({ key }) => keysOfPlain.has(key)))}

## Amazon EKS

${settings(eks.filter(({ key }) => !keysOfPlain.has(key)))}

## A plain Kubernetes cluster

${settings(plain.filter(({ key }) => !keysOfEks.has(key)))}

## release.yaml

${table(unique(rowsOf(toJsonSchema(releaseSchema, options), '')))}
`;
}
