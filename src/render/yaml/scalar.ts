import { EXPONENT, PLAIN_DIGITS, RELATIVE_PATH, RESERVED_WORDS, SHORT_ESCAPES } from '../../grammar/yaml-scalar';
import {
  COLON,
  classOf,
  ESCAPE,
  isHighSurrogate,
  LINE_FEED,
  NOT_BLOCK,
  NOT_PLAIN,
  NOT_SINGLE,
  SPACE,
} from './text-class';

/**
 * How one string is written so that YAML 1.1 (kubectl, Argo CD) and YAML 1.2 readers agree on it.
 * Plain where that is safe beyond doubt, a literal block for scripts, quotes for everything else: single ones where
 * double ones would need backslashes and single ones need none, as around JSON.
 */

const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);
const LONGEST_RESERVED = 'infinity'.length + 1;
const LONE_EXPONENT = new RegExp(`^-?${EXPONENT}$`);
const RELATIVE = new RegExp(`^${RELATIVE_PATH}`);

/** @param bits of `classOf(text)` */
export function isPlain(text: string, bits: number): boolean {
  if ((bits & NOT_PLAIN) !== 0 || text.length === 0) return false;
  if ((bits & COLON) !== 0 && holdsKey(text, bits)) return false;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return PLAIN_DIGITS.test(text);
  return startsPlain(text, first) && text.charCodeAt(text.length - 1) !== 32 && !isReserved(text, first);
}

/** A colon before a space, or at the end, would make a key. */
function holdsKey(text: string, bits: number): boolean {
  return text.charCodeAt(text.length - 1) === 58 || ((bits & SPACE) !== 0 && text.includes(': '));
}

/** A plain key has stricter limits than a plain value: no spaces, and a letter or slash in front. */
export function isPlainKey(text: string, bits: number): boolean {
  return (bits & SPACE) === 0 && isLetterOrSlash(text.charCodeAt(0)) && isPlain(text, bits);
}

/** A letter, a path, `$(VARIABLE)`, or an option such as `--port`. */
function startsPlain(text: string, first: number): boolean {
  if (isLetterOrSlash(first) || first === 36) return true;
  if (first === 46) return RELATIVE.test(text);
  if (first !== 45) return false;
  const second = text.charCodeAt(1);
  return isLetter(second === 45 ? text.charCodeAt(2) : second);
}

function isReserved(text: string, first: number): boolean {
  if ((first === 101 || first === 69 || first === 45) && LONE_EXPONENT.test(text)) return true;
  if (text.length > LONGEST_RESERVED) return false;
  return RESERVED.has((first === 45 ? text.slice(1) : text).toLowerCase());
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isLetterOrSlash(code: number): boolean {
  return isLetter(code) || code === 47;
}

/** Text of several lines, each of which a literal block keeps as it is. */
export function fitsBlock(text: string, bits: number): boolean {
  if ((bits & LINE_FEED) === 0 || (bits & NOT_BLOCK) !== 0) return false;
  const first = text.charCodeAt(0);
  if (first === 32 || first === 9 || first === 10 || text.endsWith('\n\n')) return false;
  return !/[ \t](?:\n|$)/.test(text) && !text.includes('\n\t');
}

/** @param bits of `classOf(text)` */
export function quoted(text: string, bits: number): string {
  if ((bits & ESCAPE) === 0) return `"${text}"`;
  if ((bits & NOT_SINGLE) === 0) return `'${text}'`;
  let written = '"';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const pair = isHighSurrogate(text.charCodeAt(index));
    const character = pair ? text.slice(index, index + 2) : text.charAt(index);
    if ((classOf(character) & ESCAPE) !== 0) {
      written += text.slice(from, index) + escapeOf(character);
      from = index + character.length;
    }
    if (pair) index += 1;
  }
  return `${written}${text.slice(from)}"`;
}

function escapeOf(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return `\\${short}`;
  const hex = (character.codePointAt(0) as number).toString(16);
  if (hex.length <= 2) return `\\x${hex}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
