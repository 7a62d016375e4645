import { PLAIN_CHARACTERS } from '../../grammar/yaml-scalar';

/**
 * One pass over a string collects the bits that decide how it is written. Go's readers (kubectl, Argo CD, kustomize)
 * and the two versions of YAML disagree in many corners, so a doubtful character leads to quotes.
 */

/** Some character cannot stand in a plain scalar. */
export const NOT_PLAIN = 1;
/** Some character needs a backslash between double quotes. */
export const ESCAPE = 2;
/** Some character cannot stand between single quotes as it is. */
export const NOT_SINGLE = 256;
export const LINE_FEED = 4;
/** A literal block would lose or hide some character, or a reader would refuse it. */
export const NOT_BLOCK = 8;
/** Some character that readers take differently, or that no YAML text may hold. */
export const FORBIDDEN = 16;
/** A colon or a space is harmless alone; a colon before a space makes a key. */
export const COLON = 32;
export const SPACE = 64;
/** The marker by which Argo CD skips a file begins with a plus sign. */
export const PLUS = 128;

const UNSEEN = NOT_PLAIN | ESCAPE | NOT_SINGLE | NOT_BLOCK;
const PLAIN = new RegExp(`[${PLAIN_CHARACTERS}]`);
const ASCII = new Uint16Array(128).fill(NOT_PLAIN);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (character === "'") ASCII[code] = NOT_SINGLE;
  else if (PLAIN.test(character)) ASCII[code] = 0;
  else if (character === ' ') ASCII[code] = SPACE;
  else if (character === ':') ASCII[code] = COLON;
  else if (character === '+') ASCII[code] = PLUS;
  else if (character === '"' || character === '\\') ASCII[code] = NOT_PLAIN | ESCAPE;
  else if (character === '\n') ASCII[code] = NOT_PLAIN | ESCAPE | NOT_SINGLE | LINE_FEED;
  else if (character === '\t') ASCII[code] = NOT_PLAIN | ESCAPE | NOT_SINGLE;
  else if (character === '\r') ASCII[code] = NOT_PLAIN | ESCAPE | NOT_SINGLE | NOT_BLOCK;
  else if (code < 32 || code === 127) ASCII[code] = NOT_PLAIN | FORBIDDEN;
}

/** The bits of all characters together. */
export function classOf(text: string): number {
  const length = text.length;
  let found = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    found |= code < 128 ? (ASCII[code] as number) : beyondAscii(text, index, code);
  }
  return found;
}

function beyondAscii(text: string, index: number, code: number): number {
  if (code < 0xa0) return NOT_PLAIN | FORBIDDEN;
  if (code >= 0xd800 && code <= 0xdfff) return surrogate(text, index, code);
  if (code >= 0xfdd0 && (code <= 0xfdef || code >= 0xfffe)) return NOT_PLAIN | FORBIDDEN;
  return isUnseen(code) ? UNSEEN : NOT_PLAIN;
}

/** Half a surrogate pair is not a character, and neither are the last two code points of each plane. */
function surrogate(text: string, index: number, code: number): number {
  if (code >= 0xdc00) return isHighSurrogate(text.charCodeAt(index - 1)) ? NOT_PLAIN : NOT_PLAIN | FORBIDDEN;
  const low = text.charCodeAt(index + 1);
  if (!(low >= 0xdc00 && low <= 0xdfff)) return NOT_PLAIN | FORBIDDEN;
  if ((code & 0x3f) === 0x3f && low >= 0xdffe) return NOT_PLAIN | FORBIDDEN;
  // U+E0000 to U+E0FFF are invisible tags and variation selectors.
  return code >= 0xdb40 && code <= 0xdb43 ? UNSEEN : NOT_PLAIN;
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

const UNSEEN_BELOW_2000: ReadonlySet<number> = new Set([
  0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x1680, 0x17b4, 0x17b5, 0x180e,
]);

/** Line breaks to some readers, unusual spaces, characters without a width, changes of direction. */
function isUnseen(code: number): boolean {
  if (code < 0x2000) return UNSEEN_BELOW_2000.has(code);
  if (code <= 0x206f) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return code === 0x3164 || code === 0xfeff || code === 0xffa0 || (code >= 0xfff9 && code <= 0xfffb);
}

/** The first forbidden character, as `U+0000`; undefined when there is none. */
export function forbiddenCharacter(text: string): string | undefined {
  for (const character of text) {
    if ((classOf(character) & FORBIDDEN) === 0) continue;
    return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}
