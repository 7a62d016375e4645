import { parse, type Scalar } from 'yaml';
import { RESERVED_WORDS } from '../grammar/yaml-scalar';
import type { NewValue } from '../model/text-edit';

/** A text and how to find lines in it. */
export interface Layout {
  readonly text: string;
  /** As the file ends its lines. */
  readonly eol: string;
  /** Blanks by which an inner map is moved in. */
  readonly step: number;
  readonly columnOf: (at: number) => number;
  readonly isFirstOfLine: (at: number) => boolean;
  readonly lineStart: (at: number) => number;
  /** Behind the end of the line. */
  readonly lineEnd: (at: number) => number;
  /** A line of its own behind the one in which a value ends. */
  readonly newLine: (at: number, line: string) => { readonly from: number; readonly to: number; readonly text: string };
}

export function layoutOf(text: string): Layout {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const step = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  const lineStart = (at: number) => text.lastIndexOf('\n', at - 1) + 1;
  const columnOf = (at: number) => at - lineStart(at);
  const lineEnd = (at: number) => {
    if (at > 0 && text[at - 1] === '\n') return at;
    const found = text.indexOf('\n', at);
    return found < 0 ? text.length : found + 1;
  };
  const newLine = (at: number, line: string) => {
    const from = lineEnd(at);
    const isWhole = from > 0 && text[from - 1] === '\n';
    return { from, to: from, text: isWhole ? `${line}${eol}` : `${eol}${line}` };
  };
  const isFirstOfLine = (at: number) => text.slice(lineStart(at), at).trim() === '';
  return { text, eol, step, columnOf, isFirstOfLine, lineStart, lineEnd, newLine };
}

interface Written {
  /** From the outermost in; none for a value alone. */
  readonly keys: readonly string[];
  readonly value: NewValue;
  /** On one line, in braces where it is a map. */
  readonly flow: boolean;
  /** A map of values alone has a line for each of them, as its siblings do. */
  readonly isTall?: boolean;
  readonly column: number;
}

/** `key: value`, or with several keys one map in another. */
export function writtenPair({ eol, step }: Layout, { keys, value, flow, isTall = false, column }: Written): string {
  const whole = keys.slice(1).reduceRight<NewValue>((inner, key) => ({ [key]: inner }), value);
  const [key] = keys;
  const write = (one: NewValue, at: number): string => {
    if (typeof one !== 'object') return writtenScalar(one);
    const entries = Object.entries(one);
    if (isOneLine(one)) return flowText(one);
    const inner = at + step;
    const lines = entries.map(
      ([name, its]) => `${' '.repeat(inner)}${keyText(name)}:${gapBefore(its)}${write(its, inner)}`,
    );
    return `${eol}${lines.join(eol)}`;
  };
  const isOneLine = (one: NewValue) =>
    typeof one !== 'object' || flow || Object.keys(one).length === 0 || (isLeaf(one) && !isTall);
  const gapBefore = (one: NewValue) => (isOneLine(one) ? ' ' : '');
  return key === undefined ? write(whole, column) : `${keyText(key)}:${gapBefore(whole)}${write(whole, column)}`;
}

/** A map of values alone stands on one line, as images do. */
function isLeaf(value: NewValue): boolean {
  return Object.values(value).every((one) => typeof one !== 'object');
}

function flowText(value: NewValue): string {
  if (typeof value !== 'object') return writtenScalar(value);
  const pairs = Object.entries(value).map(([key, one]) => `${keyText(key)}: ${flowText(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const keyText = (key: string) => (isPlain(key) ? key : JSON.stringify(key));

/** A value in the quotes of the one it replaces; text without quotes only where every reader takes it for text. */
export function writtenScalar(value: NewValue, old?: Scalar): string {
  if (typeof value !== 'string') return String(value);
  if (old?.type === 'QUOTE_SINGLE' && !/[^\x20-\x7e]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (old?.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  const wasText = old === undefined ? /[/:]/.test(value) : typeof old.value === 'string';
  return wasText && isPlain(value) ? value : JSON.stringify(value);
}

const SAFE = /^[A-Za-z0-9][\w./@-]*(?::[\w./@-]+)*$/;

function isPlain(text: string): boolean {
  if (!SAFE.test(text) || RESERVED_WORDS.includes(text.toLowerCase())) return false;
  // Of what begins with a digit, only what no version of YAML reads as a number, an hour or a date.
  return /^[A-Za-z]/.test(text) || (/[A-Za-z]{2}/.test(text) && !text.includes(':') && parse(text) === text);
}
