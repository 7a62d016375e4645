import { isJsonObject, type JsonObject, type JsonValue, own } from '../../model/json';
import { ALTERNATIVES } from './settings';

/** What is read of a JSON Schema. */
export interface Explained {
  readonly description?: string;
  readonly const?: JsonValue;
  readonly default?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly properties?: Readonly<Record<string, Explained>>;
  readonly additionalProperties?: Explained | boolean;
  readonly items?: Explained;
  readonly anyOf?: readonly Explained[];
  readonly oneOf?: readonly Explained[];
}

/** Characters of a comment's line. */
const WIDTH = 110;

/**
 * Settings as YAML, each key below the words of its schema. Keys that the settings leave out stand behind `#`, with
 * their default or with the value of `examples`; without examples they are left out here too.
 */
export function explainedYaml(schema: Explained, settings: JsonObject, examples?: JsonObject): string {
  return `${groups(schema, settings, examples)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function mapLines(schema: Explained, settings: JsonObject, examples: JsonObject | undefined): readonly string[] {
  return groups(schema, settings, examples).flat();
}

/** The lines of each key. */
function groups(schema: Explained, settings: JsonObject, examples: JsonObject | undefined) {
  const keys = keysOf(schema);
  if (keys === undefined) return [freeLines(schema, settings, examples)];
  return Object.entries(keys).flatMap(([key, inner]): (readonly string[])[] => {
    const value = own(settings, key);
    const example = examples && (own(examples, key) ?? inner.default);
    if (value !== undefined) return [[...explanation(inner), ...entryLines(key, inner, value, example)]];
    if (examples === undefined) return [];
    if (example === undefined) throw new Error(`there is no example of ${key}`);
    const shown = withoutAlternatives(example);
    return [[...explanation(inner), ...entryLines(key, inner, shown, example).map((line) => `#${line}`)]];
  });
}

/** What a person may write as it stands there. */
export function withoutAlternatives(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutAlternatives);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !ALTERNATIVES.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutAlternatives(inner ?? null)]));
}

/** The keys that a map may have; undefined for a map whose keys are free. */
function keysOf({ anyOf, oneOf = anyOf, properties }: Explained): Readonly<Record<string, Explained>> | undefined {
  return oneOf === undefined ? properties : Object.assign({}, ...oneOf.map((choice) => choice.properties ?? {}));
}

/** The first of what people have named explains what all have. */
function freeLines(schema: Explained, settings: JsonObject, examples: JsonObject | undefined): readonly string[] {
  const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return Object.entries(settings).flatMap(([key, value = null], index) =>
    index === 0 ? entryLines(key, inner, value, examples && own(examples, key)) : [`${key}: ${flow(value)}`],
  );
}

function entryLines(
  key: string,
  schema: Explained,
  value: JsonValue,
  example: JsonValue | undefined,
): readonly string[] {
  if (isJsonObject(value) && Object.keys(value).length > 0)
    return [`${key}:`, ...mapLines(schema, value, mapOf(example)).map((line) => `  ${line}`)];
  if (!Array.isArray(value) || !isJsonObject(value[0])) return [`${key}: ${flow(value)}`];
  const [first, ...others] = value;
  const lines = itemLines(schema.items ?? {}, first, mapOf(Array.isArray(example) ? example[0] : undefined));
  return [`${key}:`, ...lines, ...others.map((item) => `  - ${flow(item)}`)];
}

const mapOf = (value: JsonValue | undefined) => (isJsonObject(value) ? value : undefined);

/** The first item of a list explains its keys, which the others have too; the dash stands before its first key. */
function itemLines(schema: Explained, item: JsonObject, example: JsonObject | undefined): readonly string[] {
  const lines = mapLines(schema, item, example);
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const indent = (index: number) => (index < start ? '  ' : '    ');
  return lines.map((line, index) => `${index === start ? '  - ' : indent(index)}${line}`);
}

/** The words of the schema, and the values that it takes. */
function explanation({ description = '', enum: choices = [] }: Explained): readonly string[] {
  const values = choices.length === 0 ? '' : ` One of: ${choices.map((choice) => String(choice)).join(', ')}.`;
  const lines: string[] = [];
  for (const word of `${description}${values}`.trim().split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else if (word !== '') lines.push(`# ${word}`);
  }
  return lines;
}

function flow(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isJsonObject(value)) return typeof value === 'string' && !isPlain(value) ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${key}: ${flow(inner)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Text that every reader of YAML takes for text without quotes. */
function isPlain(text: string): boolean {
  return /^[A-Za-z/][\w./@+-]*(:[\w./@+-]+)*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text);
}
