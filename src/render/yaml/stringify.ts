import { fieldPath, type JsonObject } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { fitsBlock, forbiddenCharacter, isPlain, quoted } from './scalar';

/** A value that has no safe form in YAML; `path` says where it stands. */
export class YamlError extends Error {
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path === '' ? 'the object' : path} ${problem}`);
    this.name = 'YamlError';
  }
}

type Path = (string | number)[];

const MAX_DEPTH = 100;
/** Any comment or text with these words makes Argo CD leave out the whole file without a word. */
const SKIP_MARKER = '+argocd:skip-file-rendering';
const ROOT_FIRST: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/**
 * Writes one object as one YAML document: two-space indent, block style, keys in code-unit order
 * (apiVersion, kind and metadata first), no anchors, no tags, no folding, one line feed at the end.
 * @throws YamlError for anything but plain data, and for text that some reader would take differently
 */
export function stringifyYaml(value: JsonObject): string {
  const path: Path = [];
  const rest = keysOf(value).filter((key) => !ROOT_FIRST.includes(key));
  const keys = [...ROOT_FIRST.filter((key) => Object.hasOwn(value, key) && value[key] !== undefined), ...rest];
  return keys.length === 0 ? '{}\n' : writeMap(value, keys, '', path);
}

/** Own keys with a value, sorted; integer-like keys lose JavaScript's numeric order here. */
function keysOf(map: object): string[] {
  const keys: string[] = [];
  for (const key of Object.keys(map)) if ((map as Record<string, unknown>)[key] !== undefined) keys.push(key);
  return keys.sort(byCodeUnit);
}

function writeMap(map: object, keys: readonly string[], indent: string, path: Path): string {
  let text = '';
  for (const key of keys) {
    path.push(key);
    text += `${indent}${scalarKey(key, path)}:${writeAfterKey((map as Record<string, unknown>)[key], indent, path)}`;
    path.pop();
  }
  return text;
}

function scalarKey(key: string, path: Path): string {
  refuseText(key, path);
  return isPlain(key) ? key : quoted(key);
}

/** What follows a `key:`, with its line feed. */
function writeAfterKey(value: unknown, indent: string, path: Path): string {
  if (typeof value === 'string') return ` ${writeString(value, `${indent}  `, path)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${writeList(value, `${indent}  `, path)}`;
  }
  if (typeof value === 'object' && value !== null) {
    const keys = keysOfData(value, path);
    if (keys.length === 0) return ' {}\n';
    return `\n${writeMap(value, keys, `${indent}  `, path)}`;
  }
  return ` ${writeLiteral(value, path)}\n`;
}

function writeList(list: readonly unknown[], indent: string, path: Path): string {
  let text = '';
  if (path.length > MAX_DEPTH)
    throw new YamlError(fieldPath(path), `is nested deeper than ${MAX_DEPTH} levels, or contains itself.`);
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    path.push(index);
    if (typeof item === 'string') text += `${indent}- ${writeString(item, `${indent}  `, path)}`;
    else if (Array.isArray(item)) {
      text += item.length === 0 ? `${indent}- []\n` : `${indent}-\n${writeList(item, `${indent}  `, path)}`;
    } else if (typeof item === 'object' && item !== null) {
      const keys = keysOfData(item, path);
      // The first key shares the line of the dash: its indent is replaced.
      if (keys.length === 0) text += `${indent}- {}\n`;
      else text += `${indent}- ${writeMap(item, keys, `${indent}  `, path).slice(indent.length + 2)}`;
    } else text += `${indent}- ${writeLiteral(item, path)}\n`;
    path.pop();
  }
  return text;
}

function keysOfData(value: object, path: Path): readonly string[] {
  if (path.length > MAX_DEPTH)
    throw new YamlError(fieldPath(path), `is nested deeper than ${MAX_DEPTH} levels, or contains itself.`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    const name = (value as { constructor?: { name?: string } }).constructor?.name ?? 'an object of a class';
    throw new YamlError(
      fieldPath(path),
      `is a ${name}; only plain maps, lists, strings, booleans and whole numbers can be written.`,
    );
  }
  return keysOf(value);
}

function writeString(text: string, indent: string, path: Path): string {
  if (isPlain(text)) return `${text}\n`;
  refuseText(text, path);
  if (!fitsBlock(text)) return `${quoted(text)}\n`;
  const closed = text.endsWith('\n');
  const body = closed ? text.slice(0, -1) : text;
  return `${closed ? '|' : '|-'}\n${indent}${body.replace(/\n(?!\n)/g, `\n${indent}`)}\n`;
}

function refuseText(text: string, path: Path): void {
  const character = forbiddenCharacter(text);
  if (character !== undefined) {
    throw new YamlError(fieldPath(path), `holds ${character}, which some YAML reader refuses or changes.`);
  }
  if (text.includes(SKIP_MARKER)) {
    throw new YamlError(
      fieldPath(path),
      `holds "${SKIP_MARKER}", which makes Argo CD leave the object out without a word.`,
    );
  }
}

function writeLiteral(value: unknown, path: Path): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return writeNumber(value, path);
  const what = value === undefined ? 'is undefined inside a list' : `is a ${typeof value}`;
  throw new YamlError(
    fieldPath(path),
    `${what}; only plain maps, lists, strings, booleans and whole numbers can be written.`,
  );
}

function writeNumber(value: number, path: Path): string {
  if (Number.isInteger(value)) {
    if (!Number.isSafeInteger(value)) {
      throw new YamlError(
        fieldPath(path),
        `is ${value}, which JavaScript can no longer hold exactly; give a bigint or a string.`,
      );
    }
    return Object.is(value, -0) ? '0' : value.toString();
  }
  if (!Number.isFinite(value))
    throw new YamlError(fieldPath(path), `is ${value}, which JSON and so Kubernetes cannot hold.`);
  const text = value.toString();
  if (text.includes('e'))
    throw new YamlError(fieldPath(path), `is ${text}; write it without an exponent, as a string if need be.`);
  return text;
}
