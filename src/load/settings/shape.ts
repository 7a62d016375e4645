import type { GenericSchema } from 'valibot';
import { at, isJsonObject, type JsonObject, type JsonValue } from '../../model/json';
import { listed } from '../../model/lists';
import type { Path } from './plain-data';

/** What this walk reads of a schema: valibot lays the parts of a pipe, a union and a map open as data. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly options?: readonly (Described | string)[];
  readonly wrapped?: Described;
  readonly item?: Described;
  readonly value?: Described;
  readonly literal?: unknown;
  /** Of a choice: the key whose value chooses. */
  readonly key?: string;
  readonly pipe?: readonly Described[];
  readonly kind?: string;
  readonly message?: unknown;
}

/** Valibot's type of any schema hides the fields that its kinds of schema have. */
const described = (schema: GenericSchema): Described => Object.assign(schema);

/** What valibot lets pass, or tells of one key and not of the next. */
export type ShapeProblem =
  | {
      readonly kind: 'unknown-key';
      readonly path: Path;
      readonly known: readonly string[];
      /** What would have to be chosen for it, such as `form: gateway`. */
      readonly of: string | undefined;
    }
  | { readonly kind: 'reserved-key'; readonly path: Path }
  | { readonly kind: 'list-for-map'; readonly path: Path };

/** Keys that valibot drops from a map without a word, because JavaScript gives them a meaning. */
export const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Every unknown key, every key that would be dropped, and every list that would pass for a map. */
export function shapeProblems(schema: GenericSchema, value: JsonValue): readonly ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  walk(described(schema), value, [], problems);
  return problems;
}

function walk(schema: Described, value: JsonValue | undefined, path: Path, problems: ShapeProblem[]): void {
  const here = unwrap(schema);
  const entries = entriesOf(here, value);
  if (Array.isArray(value)) {
    if (entries !== undefined || here.type === 'record') problems.push({ kind: 'list-for-map', path });
    else if (here.item !== undefined)
      for (const [index, item] of value.entries()) walk(here.item, item, [...path, index], problems);
    return;
  }
  if (!isJsonObject(value)) return;
  if (entries !== undefined) walkEntries(here, entries, value, path, problems);
  else if (here.type === 'record') walkRecord(here, value, path, problems);
}

type Entries = Readonly<Record<string, Described>>;

function walkEntries(
  schema: Described,
  entries: Entries,
  value: JsonObject,
  path: Path,
  problems: ShapeProblem[],
): void {
  for (const key of Object.keys(value)) {
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (entry !== undefined) walk(entry, value[key], [...path, key], problems);
    else
      problems.push({
        kind: 'unknown-key',
        path: [...path, key],
        known: Object.keys(entries),
        of: choiceWith(schema, key),
      });
  }
}

function walkRecord(record: Described, value: JsonObject, path: Path, problems: ShapeProblem[]): void {
  for (const key of Object.keys(value)) {
    if (RESERVED.has(key)) problems.push({ kind: 'reserved-key', path: [...path, key] });
    else if (record.value !== undefined) walk(record.value, value[key], [...path, key], problems);
  }
}

/** The value that a schema wants at a path, in words. */
export function wantedAt(schema: GenericSchema, path: Path, value: JsonValue): string {
  let here = unwrap(described(schema));
  let inside: JsonValue | undefined = value;
  for (const step of path) {
    const next: Described | undefined = entriesOf(here, inside)?.[step] ?? here.item ?? here.value;
    if (next === undefined) return 'a value';
    inside = at(inside, step);
    here = unwrap(next);
  }
  return wordsOf(here, inside);
}

/** A map is told with its keys, and a list with what its items are. */
function wordsOf(schema: Described, value?: JsonValue): string {
  const here = unwrap(schema);
  const entries = entriesOf(here, value);
  if (entries !== undefined) return `a map with the keys ${listed(Object.keys(entries), 12)}`;
  if (here.type === 'record' && here.value !== undefined)
    return `a map from names of your own to ${wordsOf(here.value)}`;
  if (here.type === 'array' && here.item !== undefined) return `a list, each item ${wordsOf(here.item)}`;
  if (here.type === 'picklist') return (here.options ?? []).map((option) => JSON.stringify(option)).join(' or ');
  const said = ownWords(here) ?? (typeof here.message === 'string' ? here.message : undefined);
  return said ?? WORDS[here.type] ?? 'a value';
}

/** What the first check of a format says it wants; a format may stand inside another. */
function ownWords(schema: Described): string | undefined {
  for (const part of schema.pipe ?? []) {
    const said = part.kind === 'validation' ? part.message : ownWords(part);
    if (typeof said === 'string') return said;
  }
  return undefined;
}

export const WORDS: Readonly<Record<string, string>> = {
  Object: 'a map',
  Array: 'a list',
  strict_object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
};

function unwrap(schema: Described): Described {
  let here = schema;
  while (here.wrapped !== undefined) here = here.wrapped;
  return here;
}

/** The keys of a map; of a choice, those of the chosen member, or of all where none is chosen. */
function entriesOf(schema: Described, value: JsonValue | undefined): Readonly<Record<string, Described>> | undefined {
  if (schema.type !== 'variant') return schema.entries;
  const members = (schema.options ?? []).filter((option) => typeof option !== 'string');
  const key = schema.key ?? '';
  const said = isJsonObject(value) ? value[key] : undefined;
  const chosen = members.filter((member) => literalOf(member.entries?.[key]) === said);
  return Object.assign({}, ...(chosen.length > 0 ? chosen : members).map((member) => member.entries));
}

/** What the other members of a choice are called that have a key. */
function choiceWith({ key: choice = '', options = [] }: Described, key: string): string | undefined {
  const members = options.filter((option) => typeof option !== 'string');
  const member = members.find(({ entries = {} }) => Object.hasOwn(entries, key));
  return member === undefined ? undefined : `${choice}: ${String(literalOf(member.entries?.[choice]))}`;
}

/** A literal may stand in a pipe, beside its description. */
function literalOf(schema: Described | undefined): unknown {
  return schema?.literal ?? schema?.pipe?.[0]?.literal;
}
