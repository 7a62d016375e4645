import {
  EXPONENT,
  LONGEST_KEY,
  PLAIN_CHARACTERS,
  PLAIN_DIGITS,
  RELATIVE_PATH,
  RESERVED_WORDS,
  SHORT_ESCAPES,
} from '../grammar/yaml-scalar';
import type { JsonObject, JsonValue } from '../model/json';

/**
 * Reads the few forms of YAML that this tool writes itself, line by line, some thirty times as fast as a YAML reader.
 * What it takes, it takes as every reader does; for anything else it answers undefined, and a real reader has to look.
 */
export function readCanonical(text: string): JsonObject | undefined {
  if (CONTESTED.test(text)) return undefined;
  try {
    return new Reader(text.split('\n')).document();
  } catch (error) {
    if (error === OTHER) return undefined;
    throw error;
  }
}

/** What some reader refuses, drops, or takes for the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTESTED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/** Thrown at the first form that this tool does not write. */
const OTHER = Symbol('not canonical');

/** `key:` or `key: rest`. A key in double quotes may hold anything but escapes. */
const ENTRY = /^(?:([A-Za-z/][A-Za-z0-9_./@-]*)|"([^"\\]*)"):(?: (.+))?$/;
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;
/** What begins like a word, an option or a path, and holds nothing that means something. */
const PLAIN = new RegExp(`^(?:[A-Za-z/$]|--?[A-Za-z]|${RELATIVE_PATH})[ +:${PLAIN_CHARACTERS}]*$`);
/** A colon that could make a key, a space at the end, or a word that one of the readers takes for something else. */
const DOUBTFUL = new RegExp(`: |:$| $|^-?(?:${RESERVED_WORDS.join('|')}|${EXPONENT})$`, 'i');
const ESCAPED: ReadonlyMap<string, string> = new Map(Array.from(SHORT_ESCAPES, ([text, letter]) => [letter, text]));

class Reader {
  private line = 0;

  constructor(private readonly lines: string[]) {
    if (lines.pop() !== '') throw OTHER;
    if (lines[0]?.startsWith('#')) this.line = 1;
  }

  document(): JsonObject {
    const value = this.map(0, this.lines[this.line] ?? '');
    if (this.line < this.lines.length) throw OTHER;
    return value;
  }

  /** @param first the rest of the line that the map begins on */
  private map(indent: number, first: string): JsonObject {
    const found: Record<string, JsonValue> = {};
    for (let rest: string | undefined = first; rest !== undefined; rest = this.at(indent)) {
      const match = ENTRY.exec(rest);
      if (match === null) throw OTHER;
      const key = (match[1] ?? match[2]) as string;
      if (key.length > LONGEST_KEY) throw OTHER;
      if (key === '__proto__' || Object.hasOwn(found, key) || (match[1] !== undefined && DOUBTFUL.test(key)))
        throw OTHER;
      this.line += 1;
      found[key] = match[3] === undefined ? this.inner(indent + 2) : this.scalar(match[3], indent + 2);
    }
    return found;
  }

  /** What stands below a key: a list or a map, two spaces in. */
  private inner(indent: number): JsonValue {
    const first = this.at(indent);
    if (first === undefined) throw OTHER;
    return first.startsWith('- ') || first === '-' ? this.list(indent) : this.map(indent, first);
  }

  private list(indent: number): JsonValue {
    const found: JsonValue[] = [];
    for (let rest = this.at(indent); rest !== undefined; rest = this.at(indent)) {
      if (!rest.startsWith('- ')) throw OTHER;
      const item = rest.slice(2);
      if (item.startsWith('- ')) throw OTHER;
      if (ENTRY.test(item)) found.push(this.map(indent + 2, item));
      else {
        this.line += 1;
        found.push(this.scalar(item, indent + 2));
      }
    }
    return found;
  }

  /** The line we are at without its indent; undefined where what surrounds it goes on. */
  private at(indent: number): string | undefined {
    const line = this.lines[this.line];
    if (line === undefined) return undefined;
    let spaces = 0;
    while (line.charCodeAt(spaces) === 32) spaces += 1;
    if (spaces > indent || spaces === line.length) throw OTHER;
    if (spaces < indent) return undefined;
    return indent === 0 ? line : line.slice(indent);
  }

  private scalar(text: string, indent: number): JsonValue {
    switch (text) {
      case '[]':
        return [];
      case '{}':
        return {};
      case 'null':
        return null;
      case 'true':
        return true;
      case 'false':
        return false;
      case '|':
        return `${this.block(indent)}\n`;
      case '|-':
        return this.block(indent);
    }
    if (text.charCodeAt(0) === 34) return unquoted(text);
    if (text.charCodeAt(0) === 39) return unquotedSingle(text);
    if (WHOLE.test(text)) return Number(text);
    if (PLAIN.test(text) ? DOUBTFUL.test(text) : !PLAIN_DIGITS.test(text)) throw OTHER;
    return text;
  }

  /** The lines of a literal block, which ends before the first line that is less indented. */
  private block(indent: number): string {
    const start = ' '.repeat(indent);
    const found: string[] = [];
    for (let line = this.lines[this.line]; line === '' || line?.startsWith(start); line = this.lines[this.line]) {
      found.push(line.slice(indent));
      this.line += 1;
    }
    // Empty lines at either end, and spaces before the first, mean something to a reader.
    if (found.length === 0 || found[0] === '' || found.at(-1) === '' || found[0]?.startsWith(' ')) throw OTHER;
    return found.join('\n');
  }
}

function unquotedSingle(text: string): string {
  const inner = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith("'") || inner.includes("'")) throw OTHER;
  return inner;
}

function unquoted(text: string): string {
  if (text.length < 2 || !text.endsWith('"')) throw OTHER;
  const inner = text.slice(1, -1);
  if (!inner.includes('"') && !inner.includes('\\')) return inner;
  if (!/^(?:[^"\\]|\\["\\ntr]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})*$/.test(inner)) throw OTHER;
  return inner.replace(/\\(?:x(..)|u(....)|(.))/g, (_all, byte?: string, unit?: string, short?: string) =>
    short === undefined
      ? String.fromCharCode(Number.parseInt((byte ?? unit) as string, 16))
      : (ESCAPED.get(short) ?? short),
  );
}
