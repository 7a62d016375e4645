import { isMap, isScalar, type Node, parse, parseDocument, type YAMLMap } from 'yaml';
import { ToolError } from '../model/errors';
import type { NewValue, TextEdit } from '../model/text-edit';
import { type Layout, layoutOf, writtenPair, writtenScalar } from './release-pair';

const BOM = '\ufeff';

/**
 * Sets values in the text of a YAML file; every byte outside of them stays: comments, order, quotes, ends of lines.
 * Missing maps on the way are added behind their siblings, in the style of these.
 * @param text of a file that was read and judged: a map without anchors and aliases on the paths
 */
export function editYaml(text: string, edits: readonly TextEdit[]): string {
  const mark = text.startsWith(BOM) ? BOM : '';
  const before = text.slice(mark.length);
  const after = edits.reduce(editOne, before);
  requireSame(withEdits(parse(before, READING), edits), after);
  return mark + after;
}

/** Keys that stand twice were refused where the file was read. */
const READING = { uniqueKeys: false, version: '1.2' } as const;

/** Odd forms of YAML are many: a text that does not say what it should is never written. */
function requireSame(wanted: unknown, text: string): void {
  if (isSame(wanted, text)) return;
  const message = 'the file is written in a form that cannot be edited in place.';
  throw new ToolError('OUTPUT', [{ message, fix: 'write the values by hand, in maps as those of the other entries.' }]);
}

function isSame(wanted: unknown, text: string): boolean {
  try {
    return JSON.stringify(parse(text, READING) ?? {}) === JSON.stringify(wanted);
  } catch {
    return false;
  }
}

interface Data {
  readonly [key: string]: unknown;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** What the text should say afterwards; through JSON, so that no two places share a value. */
function withEdits(data: unknown, edits: readonly TextEdit[]): Data {
  const plain: unknown = JSON.parse(JSON.stringify(data ?? {}));
  return edits.reduce((now, { path, value }) => withValue(now, path, value), isData(plain) ? plain : {});
}

function withValue(data: Data, [key = '', ...rest]: readonly string[], value: TextEdit['value']): Data {
  const inner = Object.hasOwn(data, key) ? data[key] : undefined;
  if (rest.length > 0) {
    if (!isData(inner) && value === undefined) return data;
    return { ...data, [key]: withValue(isData(inner) ? inner : {}, rest, value) };
  }
  if (value !== undefined) return { ...data, [key]: value };
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}

interface YamlPair {
  readonly key: Node;
  readonly value: Node | null;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editOne(text: string, { path, value }: TextEdit): string {
  const layout = layoutOf(text);
  const { contents } = parseDocument(text, READING);
  const root = isMap(contents) ? contents : undefined;
  const splice = value === undefined ? removalIn(layout, root, path) : settingIn(layout, root, path, value);
  return splice === undefined ? text : text.slice(0, splice.from) + splice.text + text.slice(splice.to);
}

function settingIn(layout: Layout, root: YAMLMap | undefined, path: readonly string[], value: NewValue): Splice {
  if (root === undefined) return appended(layout, path, value);
  const { map, keys } = deepest(root, path);
  const pair = pairOf(map, keys[0] ?? '');
  if (pair === undefined) return inserted(layout, map, keys, value);
  return keys.length === 1 ? replaced(layout, pair, value) : filled(layout, pair, keys.slice(1), value);
}

function removalIn(layout: Layout, root: YAMLMap | undefined, path: readonly string[]): Splice | undefined {
  if (root === undefined) return undefined;
  const { map, keys } = deepest(root, path);
  const pair = pairOf(map, keys[0] ?? '');
  return pair === undefined || keys.length > 1 ? undefined : removed(layout, map, pair);
}

/** The innermost map of a path that is there, and the keys that are left. */
function deepest(map: YAMLMap, keys: readonly string[]): { readonly map: YAMLMap; readonly keys: readonly string[] } {
  const inner = keys.length > 1 ? pairOf(map, keys[0] ?? '')?.value : undefined;
  return isMap(inner) ? deepest(inner, keys.slice(1)) : { map, keys };
}

function pairOf(map: YAMLMap, key: string): YamlPair | undefined {
  return pairsOf(map).find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function pairsOf(map: YAMLMap): readonly YamlPair[] {
  return map.items as readonly YamlPair[];
}

/** The value of a pair that is there. */
function replaced(layout: Layout, pair: YamlPair, value: NewValue): Splice {
  const old = pair.value;
  if (!isScalar(old) || isEmpty(old)) return filled(layout, pair, [], value);
  const [from, to] = rangeOf(old);
  const ends = layout.text.slice(from, to).endsWith('\n') ? layout.eol : '';
  return { from, to, text: writtenScalar(value, old) + ends };
}

/** A key without a value, or with `null`, gets one. */
function filled(layout: Layout, pair: YamlPair, rest: readonly string[], value: NewValue): Splice {
  const [, keyEnd] = rangeOf(pair.key);
  const old = pair.value;
  const text = writtenPair(layout, { keys: rest, value: value, flow: true, column: 0 });
  const whole = rest.length > 0 ? `{ ${text} }` : text;
  if (isScalar(old) && !isEmpty(old)) {
    const [from, to] = rangeOf(old);
    return { from, to, text: whole };
  }
  const [colon = ''] = /^[ \t]*:/.exec(layout.text.slice(keyEnd)) ?? [];
  const at = keyEnd + colon.length;
  return { from: at, to: at, text: `${colon === '' ? ':' : ''} ${whole}` };
}

/** A new pair behind the last one of a map. */
function inserted(layout: Layout, map: YAMLMap, keys: readonly string[], value: NewValue): Splice {
  const last = pairsOf(map).at(-1);
  const [start, end] = rangeOf(map);
  if (last === undefined)
    return { from: start, to: end, text: `{ ${writtenPair(layout, { keys, value, flow: true, column: 0 })} }` };
  const [keyStart] = rangeOf(last.key);
  const at = endOf(last);
  if (map.flow === true) {
    const written = writtenPair(layout, { keys, value, flow: true, column: 0 });
    const onOwnLine = layout.isFirstOfLine(keyStart);
    const gap = onOwnLine ? `,${layout.eol}${' '.repeat(layout.columnOf(keyStart))}` : ', ';
    return { from: at, to: at, text: gap + written };
  }
  const column = layout.columnOf(keyStart);
  const isTall =
    isMap(last.value) && last.value.flow !== true && pairsOf(last.value).every((one) => isScalar(one.value));
  const written = `${' '.repeat(column)}${writtenPair(layout, { keys, value, flow: false, isTall, column })}`;
  return layout.newLine(at, written);
}

/** A pair with what belongs to it: its comma in `{ … }`, its lines elsewhere. */
function removed(layout: Layout, map: YAMLMap, pair: YamlPair): Splice {
  const items = pairsOf(map);
  const index = items.indexOf(pair);
  const [before, after] = [items[index - 1], items[index + 1]];
  const [keyStart] = rangeOf(pair.key);
  if (map.flow === true) {
    if (before !== undefined) return { from: endOf(before), to: endOf(pair), text: '' };
    return { from: keyStart, to: after === undefined ? endOf(pair) : rangeOf(after.key)[0], text: '' };
  }
  return { from: layout.lineStart(keyStart), to: layout.lineEnd(endOf(pair)), text: '' };
}

/** A file that holds no map yet: comments, or nothing. */
function appended(layout: Layout, keys: readonly string[], value: NewValue): Splice {
  const { text, eol } = layout;
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  const written = writtenPair(layout, { keys, value, flow: false, column: 0 });
  return { from: text.length, to: text.length, text: `${gap}${written}${eol}` };
}

/** Where the value of a pair ends, without the comments and blanks behind it. */
function endOf({ key, value }: YamlPair): number {
  if (value === null) return rangeOf(key)[1];
  const last = isMap(value) && value.flow !== true ? pairsOf(value).at(-1) : undefined;
  return last === undefined ? rangeOf(value)[1] : endOf(last);
}

function isEmpty(node: Node): boolean {
  const [from, to] = rangeOf(node);
  return from === to;
}

function rangeOf(node: Node): readonly [number, number] {
  const { range } = node;
  if (range === undefined || range === null) throw new Error('a node of a parsed file has no place.');
  return [range[0], range[1]];
}
