import type { HasNode } from '../../src/model/environment-context';
import { unknownName } from '../../src/model/unknown-name';
import { symbolKey, TEXT_KEY } from '../../src/model/unwritable';
import { keysOfAny, kindsOfAny, wordsOfAny } from './any-of-shapes';
import { exclusiveNames, resolved, unionOf } from './named-parts';
import { Problems, refusal } from './problems';
import type { Part, Shape, Words } from './property-part';
import type { SHAPES } from './shapes';
import { wrongKinds } from './value-kinds';
import { wrongWords } from './value-words';

/**
 * Begins to collect what is wrong with properties, with those that nobody reads, at any depth: without a type check
 * they would vanish, and what is made would be what it is without them.
 * @param taken name of the construct or function that was called
 * @param own the class that takes them: one that extends it may have further properties of its own
 * @throws ToolError APP_RENDER at once where something is missing that all that follows reads
 */
export function problemsWith(
  construct: HasNode,
  taken: keyof typeof SHAPES,
  properties: unknown,
  own?: object,
): Problems {
  requireProperties(construct, taken, properties);
  const problems = new Problems(construct);
  const judge = new Judge(problems, own !== undefined && construct.constructor !== own);
  judge.part(taken, properties, '');
  if (judge.isIncomplete) throw problems.error();
  return problems;
}

/** @throws ToolError APP_RENDER where there are none at all */
export function requireProperties(construct: HasNode, taken: string, properties: unknown): void {
  if (isMap(properties)) return;
  const given = properties === null || properties === undefined ? String(properties) : typeof properties;
  throw refusal(construct, `${taken} has no properties: it is given ${given}.`, 'give it an object of properties.');
}

/** Properties whose keys are those of labels and annotations. */
const OBJECT_KEYS = /(labels|annotations|selector)$/i;

class Judge {
  /** Whether something is missing. */
  isIncomplete = false;
  /** How many properties are unknown. */
  private count = 0;

  /** @param extended whether there may be others above, which somebody else reads */
  constructor(
    private readonly problems: Problems,
    private readonly extended: boolean,
  ) {}

  part(given: Part, value: unknown, path: string): void {
    if (typeof value !== 'object' || value === null) return;
    if (path === '' ? !this.extended : isPlain(value)) this.symbols(value, path);
    const part = resolved(given);
    if (part === null) return;
    if ('oneOf' in part) return this.oneOf(part.oneOf, value, path);
    if ('list' in part) return this.list(part.list, value, path);
    // An instance of a class is a construct, or a value of cdk8s or cdk8s-plus: only what it offers is read.
    if ('instance' in part || !(path === '' || isPlain(value))) return;
    if ('keys' in part) return this.keys(part, value, path);
    const map = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(map)) this.part(part.map, map[key], `${path}.${key}`);
  }

  private list(part: Part, value: object, path: string): void {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) this.part(part, value[index], `${path}[${index}]`);
  }

  private keys({ keys, required, kinds = {}, words = {} }: Shape, value: object, path: string): void {
    const at = (key: string) => joined(path, key);
    const map = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(map)) {
      const item = map[key];
      if (item === undefined) continue;
      const part = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (part !== undefined) {
        this.kind(kinds[key], item, path, key);
        this.words(words[key], kinds[key], item, () => at(key));
        this.inner(part, item, path, key);
        this.lostKey(item, path, key);
      } else if (path !== '' || !this.extended) this.unknown(at(key), key, Object.keys(keys));
    }
    for (const key of required) {
      if (map[key] !== undefined) continue;
      this.isIncomplete = true;
      this.problems.add(`${at(key)} is missing: nothing can be made without it.`, `give ${at(key)}.`);
    }
  }

  /** A list where text is read, or text where a list is: all that follows would read something else. */
  private kind(kinds: string | undefined, item: unknown, path: string, key: string): void {
    if (kinds === undefined) return;
    for (const { at, found, wanted } of wrongKinds(kinds, item, () => joined(path, key))) {
      this.isIncomplete = true;
      this.count++;
      this.problems.add(`${at} is ${found}, and takes ${wanted}: nothing can be made of it.`, `give ${wanted}.`);
    }
  }

  /** A text that is not among the words that are read: a table would have no row for it, or it would be passed over. */
  private words(words: Words | undefined, kinds: string | undefined, item: unknown, at: () => string): void {
    if (words === undefined) return;
    for (const { message, fix } of wrongWords(words, kinds ?? '', item, at)) {
      this.isIncomplete = true;
      this.count++;
      this.problems.add(message, fix);
    }
  }

  /** Most properties are texts and numbers, for which no path is made. */
  private inner(part: Part, item: unknown, path: string, key: string): void {
    if (typeof item === 'object') this.part(part, item, joined(path, key));
  }

  /** cdk8s loses it without a word, and no server takes it: keys begin with a letter or digit. */
  private lostKey(item: unknown, path: string, key: string): void {
    if (!OBJECT_KEYS.test(key) || typeof item !== 'object' || item === null) return;
    if (!Object.hasOwn(item, '__proto__')) return;
    this.count++;
    this.problems.add(
      `${joined(path, key)} has the key "__proto__", which the server refuses: a key begins with a letter or digit.`,
      'remove it.',
    );
  }

  private unknown(at: string, key: string, known: readonly string[]): void {
    this.count++;
    const { message, fix } = unknownName('property', at, key, known);
    this.problems.add(message, fix);
  }

  private symbols(value: object, path: string): void {
    for (const key of Object.getOwnPropertySymbols(value)) {
      this.count++;
      this.problems.add(`${path || 'the map of properties'} ${symbolKey(key)}`, TEXT_KEY);
    }
  }

  /** What no one member has all of is of two: one of them would be passed over. */
  private together(shapes: readonly Shape[], value: object, path: string): void {
    const given = Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [key]));
    const names = exclusiveNames(shapes, given);
    if (names === undefined) return;
    this.count++;
    this.problems.addGeneral(
      names,
      `${path === '' ? '' : `${path}: `}${names.join(' and ')} exclude each other: one of them would be passed over.`,
      'give one of them.',
    );
  }

  /** By the keys of the members that the value can be; where it can be none of them, by those of all, so that a misspelt key is told. */
  private oneOf(parts: readonly Part[], value: object, path: string): void {
    const { members: all, shapes } = unionOf(parts);
    if (Array.isArray(value)) {
      for (const part of all) if (part !== null && 'list' in part) this.list(part.list, value, path);
      return;
    }
    const isOfAClass = !isPlain(value) || Object.values(value).some((item) => typeof item === 'function');
    if (isOfAClass || shapes.length === 0 || all.some((part) => part === null || 'map' in part)) return;
    const complete = shapes.filter(({ required }) => required.every((key) => key in value));
    const before = this.count;
    const members = complete.length === 0 ? shapes : complete;
    this.keys(
      { keys: keysOfAny(members), required: [], kinds: kindsOfAny(members), words: wordsOfAny(members) },
      value,
      path,
    );
    if (complete.length > 0) {
      if (this.count === before) this.together(complete, value, path);
      return;
    }
    this.isIncomplete = true;
    if (this.count > before) return;
    const needed = shapes.map(({ required }) => required.join(' and ')).join(', or ');
    this.problems.add(`${path} has no ${needed}: nothing can be made of it.`, 'give one of them.');
  }
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
