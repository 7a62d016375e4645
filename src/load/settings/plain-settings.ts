import { defined } from '../../model/defined';
import { fieldPath, type JsonValue } from '../../model/json';
import type { Path, Position } from './plain-data';
import {
  at,
  CONTESTED,
  DEEPEST,
  DOUBTFUL,
  EMPTY_LINE,
  FLOW_PLAIN,
  isItem,
  KEY,
  LONGEST,
  LONGEST_KEY,
  OTHER,
  PLAIN,
  QUOTED,
  REST,
  scalarOf,
  spaces,
} from './plain-forms';
import type { SourceText, Spot } from './source-text';

export interface PlainSettings {
  readonly value: JsonValue;
  readonly positions: ReadonlyMap<string, Position>;
}

/**
 * Reads the forms of YAML in which people write settings, line by line, so that the YAML library need not be loaded.
 * What it takes, it takes as that library does; for anything else it returns undefined, also for what is wrong.
 */
export function readPlainSettings(source: SourceText): PlainSettings | undefined {
  if (source.text.length > LONGEST || CONTESTED.test(source.text)) return undefined;
  try {
    return new Reader(source).document();
  } catch (error) {
    if (error === OTHER) return undefined;
    throw error;
  }
}

class Reader {
  private readonly positions = new Map<string, Position>();
  private readonly lines: readonly string[];
  /** Where each line begins. */
  private readonly starts: number[] = [];
  private line = 0;

  constructor(private readonly source: SourceText) {
    this.lines = source.text.split('\n');
    let start = 0;
    for (const line of this.lines) {
      this.starts.push(start);
      start += line.length + 1;
    }
  }

  document(): PlainSettings {
    this.skip();
    const value = this.map(0, 0, []);
    if (this.line < this.lines.length) throw OTHER;
    return { value, positions: this.positions };
  }

  /** Passes over lines that say nothing. @returns the indent of the next; -1 at the end */
  private skip(): number {
    while (this.line < this.lines.length && EMPTY_LINE.test(this.text())) this.line += 1;
    return this.line < this.lines.length ? this.text().search(/[^ ]/) : -1;
  }

  private text(): string {
    return this.lines[this.line] ?? '';
  }

  /** A map whose keys stand at a column; the first of them is in the line we are at. */
  private map(column: number, from: number, path: Path, key?: Spot): JsonValue {
    if (from !== column || path.length > DEEPEST) throw OTHER;
    this.remember(path, from, key);
    const map: Record<string, JsonValue> = Object.create(null);
    let at = column;
    do {
      const name = this.key(at);
      if (Object.hasOwn(map, name.text)) throw OTHER;
      map[name.text] = this.valueAfter(name.end, column, [...path, name.text], this.spot(at));
      at = this.skip();
    } while (at === column);
    if (at > column) throw OTHER;
    return map;
  }

  private key(from: number): { readonly text: string; readonly end: number } {
    const match = at(KEY, this.text(), from);
    const text = match[1] ?? match[2] ?? '';
    if (text.length > LONGEST_KEY || (match[1] !== undefined && DOUBTFUL.test(text))) throw OTHER;
    return { text, end: from + match[0].length };
  }

  /** What stands behind a key's colon, or below it. */
  private valueAfter(end: number, column: number, path: Path, key: Spot): JsonValue {
    const text = this.text();
    REST.lastIndex = end;
    if (!REST.test(text)) return this.inLine(end + spaces(text, end), path, key);
    this.line += 1;
    const indent = this.skip();
    const isList = indent >= column && isItem(this.text(), indent);
    if (isList) return this.list(indent, path, key);
    if (indent <= column) throw OTHER;
    return this.map(indent, indent, path, key);
  }

  private list(column: number, path: Path, key?: Spot): JsonValue {
    if (path.length > DEEPEST) throw OTHER;
    this.remember(path, column, key);
    const list: JsonValue[] = [];
    let indent = column;
    do {
      const item: Path = [...path, list.length];
      const from = column + 2;
      KEY.lastIndex = from;
      list.push(KEY.test(this.text()) ? this.map(from, from, item) : this.inLine(from, item));
      indent = this.skip();
    } while (indent === column && isItem(this.text(), column));
    if (indent > column) throw OTHER;
    return list;
  }

  /** A value that ends in the line we are at. */
  private inLine(from: number, path: Path, key?: Spot): JsonValue {
    const { value, end } = this.flow(from, path, PLAIN, key);
    at(REST, this.text(), end);
    this.line += 1;
    return value;
  }

  private flow(from: number, path: Path, plain: RegExp, key?: Spot): { value: JsonValue; end: number } {
    if (path.length > DEEPEST) throw OTHER;
    const first = this.text()[from];
    if (first === '[') return this.flowList(from, path, key);
    if (first === '{') return this.flowMap(from, path, key);
    if (first === '"' || first === "'") {
      const match = at(QUOTED, this.text(), from);
      this.remember(path, from, key);
      return { value: match[1] ?? match[2] ?? '', end: from + match[0].length };
    }
    const [text] = at(plain, this.text(), from);
    const value = scalarOf(text);
    this.remember(path, from, key, typeof value === 'string' ? undefined : text);
    return { value, end: from + text.length };
  }

  private flowList(from: number, path: Path, key?: Spot): { value: JsonValue; end: number } {
    this.remember(path, from, key);
    const list: JsonValue[] = [];
    const end = this.members(from, ']', (start) => {
      const item = this.flow(start, [...path, list.length], FLOW_PLAIN);
      list.push(item.value);
      return item.end;
    });
    return { value: list, end };
  }

  private flowMap(from: number, path: Path, key?: Spot): { value: JsonValue; end: number } {
    this.remember(path, from, key);
    const map: Record<string, JsonValue> = Object.create(null);
    const end = this.members(from, '}', (start) => {
      const name = this.key(start);
      const text = this.text();
      if (Object.hasOwn(map, name.text) || text[name.end] !== ' ') throw OTHER;
      const inner = this.flow(name.end + spaces(text, name.end), [...path, name.text], FLOW_PLAIN, this.spot(start));
      map[name.text] = inner.value;
      return inner.end;
    });
    return { value: map, end };
  }

  /** Members with commas between them, up to a bracket. @returns where what follows begins */
  private members(from: number, close: string, member: (start: number) => number): number {
    const text = this.text();
    let next = from + 1 + spaces(text, from + 1);
    if (text[next] === close) return next + 1;
    for (;;) {
      const end = member(next);
      next = end + spaces(text, end);
      if (text[next] === close) return next + 1;
      if (text[next] !== ',' || text[next + 1] !== ' ') throw OTHER;
      next += 1 + spaces(text, next + 1);
    }
  }

  private remember(path: Path, column: number, key?: Spot, written?: string): void {
    this.positions.set(fieldPath(path), { value: this.spot(column), ...defined({ key, written }) });
  }

  private spot(column: number): Spot {
    return { place: { file: this.source.file, line: this.line + 1, column: column + 1 }, lineText: this.text() };
  }
}
