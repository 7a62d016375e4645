import type { JsonObject } from '../../model/json';
import { isPlain as isPlainMap, MAX_DEPTH } from '../../model/unwritable';
import { writeKey } from './key';
import { type Path, refuseBigInt, refuseData, refuseDepth, refuseNumber, refuseText } from './refusals';
import { fitsBlock, isPlain, quoted } from './scalar';
import { classOf, FORBIDDEN, PLUS } from './text-class';

type MutablePath = (string | number)[];

const ROOT_FIRST: readonly string[] = ['metadata', 'kind', 'apiVersion'];
/** What a reviewer knows a container, a port or a variable by. */
const ITEM_FIRST: readonly string[] = ['name'];
const NONE_FIRST: readonly string[] = [];

/**
 * Writes one object as one YAML document: two-space indent, block style, keys in code-unit order (but apiVersion, kind
 * and metadata first, and `name` first in the items of a list), no anchors, no tags, no folding, one line feed at the end.
 * @throws YamlError for anything but plain data, and for text that some reader would take differently
 */
export function stringifyYaml(value: JsonObject): string {
  requirePlain(value, [], 0);
  return `${writeMap('', value, '', [], 0) || '{}'}\n`;
}

/** @param first keys that come before the sorted others, the last of them first */
function keysOf(map: object, first: readonly string[]): readonly string[] {
  const keys = Object.keys(map);
  if (!isSorted(keys)) keys.sort();
  for (let index = 0; index < first.length; index++) {
    const key = first[index] as string;
    const place = keys.indexOf(key);
    if (place <= 0) continue;
    keys.copyWithin(1, 0, place);
    keys[0] = key;
  }
  return keys;
}

/** Most maps are, since rendering makes them so. */
function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++)
    if ((keys[index] as string) < (keys[index - 1] as string)) return false;
  return true;
}

/*
 * Each function below takes the text so far in `before` and returns it with its own text appended. Returning pieces and
 * joining them would make most of the garbage of a whole rendering. A line begins with its line break and indent.
 */

/**
 * @param start what stands before the first key: a line break, or one with the dash of a list
 * @param depth steps of the path so far, and levels of indent
 */
function writeMap(before: string, map: object, start: string, path: MutablePath, depth: number): string {
  let text = before;
  const lineBreak = breakAt(depth);
  const keys = depth === 0 ? keysOf(map, ROOT_FIRST) : keysOf(map, start === lineBreak ? NONE_FIRST : ITEM_FIRST);
  let lead = start;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const value = (map as Record<string, unknown>)[key];
    if (value === undefined) continue;
    path[depth] = key;
    text = writeField(text + lead, writeKey(key, lineBreak, path, depth + 1), value, path, depth + 1);
    lead = lineBreak;
  }
  return text;
}

/** @param key with its colon */
function writeField(before: string, key: string, value: unknown, path: MutablePath, depth: number): string {
  if (typeof value === 'string') return `${before}${key} ${writeText(value, path, depth)}`;
  if (typeof value !== 'object' || value === null) return `${before}${key} ${writeLiteral(value, path, depth)}`;
  if (Array.isArray(value)) {
    return value.length === 0 ? `${before}${key} []` : writeList(before + key, value, path, depth);
  }
  requirePlain(value, path, depth);
  const opened = before + key;
  const text = writeMap(opened, value, breakAt(depth), path, depth);
  return text === opened ? `${opened} {}` : text;
}

/** The dashes have the indent of the key above the list. */
function writeList(before: string, list: readonly unknown[], path: MutablePath, depth: number): string {
  if (depth > MAX_DEPTH) refuseDepth(path, depth, MAX_DEPTH);
  let text = before;
  const dash = `${breakAt(depth)}- `;
  for (let index = 0; index < list.length; index++) {
    path[depth] = index;
    text = writeItem(text, dash, list[index], path, depth + 1);
  }
  return text;
}

function writeItem(before: string, dash: string, item: unknown, path: MutablePath, depth: number): string {
  if (typeof item === 'string') return before + dash + writeText(item, path, depth);
  if (typeof item !== 'object' || item === null) return before + dash + writeLiteral(item, path, depth);
  if (Array.isArray(item)) {
    if (item.length === 0) return `${before}${dash}[]`;
    return writeList(`${before}${breakAt(depth - 1)}-`, item, path, depth);
  }
  requirePlain(item, path, depth);
  // The first key shares the line of the dash.
  const text = writeMap(before, item, dash, path, depth);
  return text === before ? `${before}${dash}{}` : text;
}

const BREAKS: string[] = ['\n'];

/** A line break and two spaces per level. */
function breakAt(level: number): string {
  while (BREAKS.length <= level) BREAKS.push(`${BREAKS[BREAKS.length - 1]}  `);
  return BREAKS[level] as string;
}

/** Refuses an instance of a class, which YAML would flatten. */
function requirePlain(map: object, path: Path, depth: number): void {
  if (!isPlainMap(map)) refuseData(map, path, depth);
  if (depth > MAX_DEPTH) refuseDepth(path, depth, MAX_DEPTH);
}

function writeText(text: string, path: Path, depth: number): string {
  const bits = classOf(text);
  if ((bits & (FORBIDDEN | PLUS)) !== 0) refuseText(text, bits, path, depth);
  if (isPlain(text, bits)) return text;
  if (!fitsBlock(text, bits)) return quoted(text, bits);
  const closed = text.endsWith('\n');
  const body = closed ? text.slice(0, -1) : text;
  const lineBreak = breakAt(depth);
  return `${closed ? '|' : '|-'}${lineBreak}${body.replace(/\n(?!\n)/g, lineBreak)}`;
}

function writeLiteral(value: unknown, path: Path, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return writeBigInt(value, path, depth);
  if (typeof value === 'number') return writeNumber(value, path, depth);
  return refuseData(value, path, depth);
}

function writeBigInt(value: bigint, path: Path, depth: number): string {
  if (value < -(2n ** 63n) || value >= 2n ** 64n) refuseBigInt(value, path, depth);
  return value.toString();
}

function writeNumber(value: number, path: Path, depth: number): string {
  if (Number.isSafeInteger(value)) return value === 0 ? '0' : value.toString();
  const text = value.toString();
  if (Number.isInteger(value) || !Number.isFinite(value) || text.includes('e')) refuseNumber(value, path, depth);
  return text;
}
