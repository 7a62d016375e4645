import type { FieldPath } from './json';

/** Deepest nesting. No real object comes near it; a value that contains itself reaches it. */
export const MAX_DEPTH = 100;
/** Most maps and lists of one object: with keys and values, the 3 MiB of a request to an API server hold no more. */
export const MOST_PARTS = 200_000;

const PLAIN = 'write plain maps, lists, strings, booleans and numbers.';
export const TEXT_KEY = 'use a text as key.';
const SPLIT = 'write less into one object; where a value holds another twice, and that one the next, give each once.';
const TOO_MANY = `is in an object of more than ${MOST_PARTS} maps and lists, which no API server takes; a value that stands in several places counts in each.`;

/** A part of a value that no YAML file can hold as it is, and why. */
export interface Unwritable {
  readonly path: FieldPath;
  /** Goes on after the field: `is of class Date; …`. */
  readonly problem: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/** How a reader of values sees them. */
export interface UnwritableOptions {
  /** What stands for another value, such as a token, as that value; everything else as it is. `@default` - nothing does */
  readonly step?: (value: object) => unknown;
  /** What texts, numbers and other values without parts are refused for. `@default` - for nothing here */
  readonly wrongLeaf?: (value: unknown) => string | undefined;
}

/** The first part of a value that would be lost or changed. It may hold one map in many places, each of which counts. */
export function findUnwritable(value: unknown, options: UnwritableOptions = {}): Unwritable | undefined {
  return new Search(options).in(value, 0);
}

class Search {
  /** Down to where the search is. */
  private readonly path: (string | number)[] = [];
  private parts = 0;

  constructor(private readonly options: UnwritableOptions) {}

  /** @param depth counts resolved tokens too, since a token may resolve to another one without end */
  in(value: unknown, depth: number): Unwritable | undefined {
    if (typeof value !== 'object' || value === null) {
      const problem = this.options.wrongLeaf?.(value);
      return problem === undefined ? undefined : this.found(problem);
    }
    if (depth > MAX_DEPTH) return this.found(endless(MAX_DEPTH), PLAIN, 8);
    this.parts += 1;
    if (this.parts > MOST_PARTS) return this.found(TOO_MANY, SPLIT, 1);
    if (Array.isArray(value)) return this.inList(value, depth);
    const { step } = this.options;
    const replaced = step === undefined ? value : step(value);
    return replaced === value ? this.inMap(value, depth) : this.in(replaced, depth + 1);
  }

  private inList(list: readonly unknown[], depth: number): Unwritable | undefined {
    for (let index = 0; index < list.length; index++) {
      this.path.push(index);
      const item = list[index];
      const isNothing = item === undefined || item === null;
      const found = isNothing ? this.found(notPlain(item)) : this.in(item, depth + 1);
      if (found !== undefined) return found;
      this.path.pop();
    }
    return undefined;
  }

  private inMap(map: object, depth: number): Unwritable | undefined {
    if (!isPlain(map)) return this.found(notPlain(map));
    const [symbol] = Object.getOwnPropertySymbols(map);
    if (symbol !== undefined) return this.found(symbolKey(symbol), TEXT_KEY);
    for (const key of Object.keys(map)) {
      this.path.push(key);
      const found = this.in(map[key], depth + 1);
      if (found !== undefined) return found;
      this.path.pop();
    }
    return undefined;
  }

  /** @param steps of the path that are shown */
  private found(problem: string, fix: string = PLAIN, steps: number = this.path.length): Unwritable {
    return { path: this.path.slice(0, steps), problem, fix };
  }
}

/** Whether a value is a plain map, also of another JavaScript realm. Its keys, such as `constructor`, do not count. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}

export function endless(levels: number): string {
  return `goes on for more than ${levels} levels below; it may contain itself.`;
}

export function symbolKey(key: symbol): string {
  return `has the key ${String(key)}, which is not a text and would be left out.`;
}

/** @param value anything but what JSON knows */
export function notPlain(value: unknown): string {
  return `is ${describe(value)}; only plain maps, lists, strings, booleans and numbers can be written.`;
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return `${value} inside a list`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  const made: unknown = Object.getPrototypeOf(value)?.constructor;
  const name = typeof made === 'function' ? made.name : '';
  return name === '' || name === 'Object' ? 'a map that inherits from another one' : `of class ${name}`;
}
