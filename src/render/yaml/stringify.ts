import type { JsonObject } from '../../model/json';
import { sortedKeys } from '../sorted-keys';
import { type Path, refuseData, refuseDepth, refuseNumber, refuseText } from './refusals';
import { fitsBlock, isPlain, isPlainKey, quoted } from './scalar';
import { classOf, FORBIDDEN, PLUS } from './text-class';

type MutablePath = (string | number)[];

/** No real object comes near; a value that contains itself does. */
const MAX_DEPTH = 100;
/** A reader must find the colon within 1,024 characters of the key; longer keys are marked by a question mark. */
const LONGEST_KEY = 1000;
/** Keys that were found plain: nearly all come again and again. */
const PLAIN_KEYS = new Set<string>();
const MOST_KEYS = 4096;
const KEPT_KEY = 64;
const ROOT_FIRST: readonly string[] = ['metadata', 'kind', 'apiVersion'];

/**
 * Writes one object as one YAML document: two-space indent, block style, keys in code-unit order
 * (apiVersion, kind and metadata first), no anchors, no tags, no folding, one line feed at the end.
 * @throws YamlError for anything but plain data, and for text that some reader would take differently
 */
export function stringifyYaml(value: JsonObject): string {
  requirePlain(value, [], 0);
  return writeMap(value, rootKeys(value), '', '', [], 0) || '{}\n';
}

/** Sorted, and then the last of the first come first. */
function rootKeys(value: JsonObject): readonly string[] {
  const keys = sortedKeys(value);
  for (let index = 0; index < ROOT_FIRST.length; index++) {
    const key = ROOT_FIRST[index] as string;
    const place = keys.indexOf(key);
    if (place <= 0) continue;
    keys.copyWithin(1, 0, place);
    keys[0] = key;
  }
  return keys;
}

/** @param lead what stands before the first key: the indent, or the indent with the dash of a list */
function writeMap(
  map: object,
  keys: readonly string[],
  indent: string,
  lead: string,
  path: MutablePath,
  depth: number,
): string {
  let text = '';
  let start = lead;
  const inner = `${indent}  `;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const value = (map as Record<string, unknown>)[key];
    if (value === undefined) continue;
    path[depth] = key;
    const written = writeKey(key, path, depth + 1);
    text += written.length > LONGEST_KEY ? `${start}? ${written}\n${indent}:` : `${start}${written}:`;
    text += writeAfterKey(value, inner, path, depth + 1);
    start = indent;
  }
  return text;
}

function writeKey(key: string, path: Path, depth: number): string {
  if (PLAIN_KEYS.has(key)) return key;
  const bits = classOf(key);
  if ((bits & (FORBIDDEN | PLUS)) !== 0) refuseText(key, bits, path, depth);
  if (!isPlainKey(key, bits)) return quoted(key, bits);
  if (PLAIN_KEYS.size < MOST_KEYS && key.length <= KEPT_KEY) PLAIN_KEYS.add(key);
  return key;
}

/** What follows a `key:`, with its line feed. */
function writeAfterKey(value: unknown, inner: string, path: MutablePath, depth: number): string {
  if (typeof value === 'string') return writeText(value, ' ', inner, path, depth);
  if (typeof value !== 'object' || value === null) return ` ${writeLiteral(value, path, depth)}\n`;
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${writeList(value, inner, path, depth)}`;
  requirePlain(value, path, depth);
  const body = writeMap(value, sortedKeys(value), inner, inner, path, depth);
  return body === '' ? ' {}\n' : `\n${body}`;
}

function writeList(list: readonly unknown[], indent: string, path: MutablePath, depth: number): string {
  if (depth > MAX_DEPTH) refuseDepth(path, depth, MAX_DEPTH);
  let text = '';
  const dash = `${indent}- `;
  const inner = `${indent}  `;
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    path[depth] = index;
    if (typeof item === 'string') text += writeText(item, dash, inner, path, depth + 1);
    else if (typeof item !== 'object' || item === null) text += `${dash}${writeLiteral(item, path, depth + 1)}\n`;
    else if (Array.isArray(item)) {
      text += item.length === 0 ? `${dash}[]\n` : `${indent}-\n${writeList(item, inner, path, depth + 1)}`;
    } else {
      requirePlain(item, path, depth + 1);
      // The first key shares the line of the dash.
      text += writeMap(item, sortedKeys(item), inner, dash, path, depth + 1) || `${dash}{}\n`;
    }
  }
  return text;
}

/** A map of some class would lose what makes it one; a plain map of another JavaScript realm may pass. */
function requirePlain(map: object, path: Path, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(map);
  if (prototype !== Object.prototype && prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    refuseData(map, path, depth);
  }
  if (depth > MAX_DEPTH) refuseDepth(path, depth, MAX_DEPTH);
}

/** @param inner indent of the lines of a block */
function writeText(text: string, lead: string, inner: string, path: Path, depth: number): string {
  const bits = classOf(text);
  if ((bits & (FORBIDDEN | PLUS)) !== 0) refuseText(text, bits, path, depth);
  if (isPlain(text, bits)) return `${lead}${text}\n`;
  if (!fitsBlock(text, bits)) return `${lead}${quoted(text, bits)}\n`;
  const closed = text.endsWith('\n');
  const body = closed ? text.slice(0, -1) : text;
  return `${lead}${closed ? '|' : '|-'}\n${inner}${body.replace(/\n(?!\n)/g, `\n${inner}`)}\n`;
}

function writeLiteral(value: unknown, path: Path, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return writeNumber(value, path, depth);
  return refuseData(value, path, depth);
}

function writeNumber(value: number, path: Path, depth: number): string {
  if (Number.isSafeInteger(value)) return value === 0 ? '0' : value.toString();
  const text = value.toString();
  if (Number.isInteger(value) || !Number.isFinite(value) || text.includes('e')) refuseNumber(value, path, depth);
  return text;
}
