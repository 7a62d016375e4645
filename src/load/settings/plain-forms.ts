import { EXPONENT, PLAIN_DIGITS, RESERVED_WORDS } from '../../grammar/yaml-scalar';
import type { JsonValue } from '../../model/json';

/** Thrown at the first form that is not plain. */
export const OTHER = Symbol('not plain');

/** Tabs, ends of lines of other systems, and what some reader refuses or drops. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const CONTESTED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/;
export const DEEPEST = 20;
/** A longer text may hold more values than settings may. */
export const LONGEST = 100_000;
/** A reader looks for the colon no further than 1,024 characters. */
export const LONGEST_KEY = 500;

export const EMPTY_LINE = /^ *(?:#.*)?$/;
export const KEY = /(?:([A-Za-z][A-Za-z0-9_./-]*)|"([A-Za-z0-9_.*/ -]+)"):(?= |$)/y;
export const QUOTED = /"([^"\\]*)"|'([^']*)'/y;
/** Plain text up to what ends it; inside brackets, these end it too. */
export const PLAIN = /[A-Za-z0-9/](?:[A-Za-z0-9_./@=+*-]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9/]))*/y;
export const FLOW_PLAIN = /[A-Za-z0-9/](?:[A-Za-z0-9_./@=+*-]|:(?=[A-Za-z0-9/]))*/y;
export const REST = / *$| +#.*$/y;

const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
/** A version or tag with a word behind it. */
const TAGGED = /^\d{1,5}(?:\.\d{1,5}){0,3}-[A-Za-z][A-Za-z0-9.-]*$/;
/** Words that one of the readers takes for something other than text. */
export const DOUBTFUL = new RegExp(`^(?:${RESERVED_WORDS.join('|')}|${EXPONENT})$`, 'i');

/** The match of a sticky expression. @throws OTHER where there is none */
export function at(expression: RegExp, text: string, from: number): RegExpExecArray {
  expression.lastIndex = from;
  const match = expression.exec(text);
  if (match === null) throw OTHER;
  return match;
}

export function spaces(text: string, from: number): number {
  let to = from;
  while (text[to] === ' ') to += 1;
  return to - from;
}

export function isItem(text: string, column: number): boolean {
  return text.startsWith('- ', column) && text[column + 2] !== ' ';
}

export function scalarOf(text: string): JsonValue {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (WHOLE.test(text)) return Number(text);
  if (DOUBTFUL.test(text) || (/^\d/.test(text) && !PLAIN_DIGITS.test(text) && !TAGGED.test(text))) throw OTHER;
  return text;
}
