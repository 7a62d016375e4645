import { didYouMean } from '../../grammar/suggest';
import { type AnnotationValue, annotationValue, parseJson } from './annotation-values';

/** What a reader has to say of a value, as clauses. */
export interface ShapeWords {
  /** What the controller, or AWS, refuses. */
  readonly wrongs: string[];
  /** Fields that Go's decoder passes over without a word: what they say is lost. */
  readonly ignored: string[];
}

/** The form of a value inside JSON. `at` is where it stands: `targetGroups[0].weight`. */
export type Shape = (value: unknown, at: string, words: ShapeWords) => void;

export type Fields = Readonly<Record<string, unknown>>;

interface FieldRow {
  readonly shape: Shape;
  readonly required: boolean;
}

export const required = (shape: Shape): FieldRow => ({ shape, required: true });
export const optional = (shape: Shape): FieldRow => ({ shape, required: false });

/** Any text that `form` matches. @param wanted the end of the sentence "… is not" */
export function textOf(form: RegExp = /./s, wanted = 'a text that is not empty'): Shape {
  return (value, at, { wrongs }) => {
    if (typeof value !== 'string' || !form.test(value)) wrongs.push(notThat(at, value, wanted));
  };
}

export function oneOfTexts(...texts: readonly string[]): Shape {
  return (value, at, { wrongs }) => {
    if (!texts.includes(String(value)) || typeof value !== 'string') wrongs.push(notThat(at, value, anyOf(texts)));
  };
}

/** `a, b or c` */
export function anyOf(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

export function wholeNumber(min: number, max: number): Shape {
  return (value, at, { wrongs }) => {
    const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    if (!isWhole) wrongs.push(notThat(at, value, `a whole number from ${min} to ${max}`));
  };
}

export const TRUTH: Shape = (value, at, { wrongs }) => {
  if (typeof value !== 'boolean') wrongs.push(notThat(at, value, 'true or false'));
};

export function listOf(item: Shape, min = 1, max = Number.POSITIVE_INFINITY): Shape {
  return (value, at, words) => {
    if (!Array.isArray(value)) {
      words.wrongs.push(notThat(at, value, 'a list'));
      return;
    }
    const items: readonly unknown[] = value;
    const list = at === '' ? 'the list' : at;
    if (items.length < min) words.wrongs.push(`${list} has ${items.length} items, and needs ${min}`);
    if (items.length > max) words.wrongs.push(`${list} has ${items.length} items, and AWS takes ${max}`);
    items.forEach((one, index) => {
      item(one, `${at}[${index}]`, words);
    });
  };
}

/** Names of one’s own, with texts. */
export function textMap(max: number): Shape {
  return (value, at, { wrongs }) => {
    if (!isFields(value)) {
      wrongs.push(notThat(at, value, 'an object of texts'));
      return;
    }
    const names = Object.keys(value);
    if (names.length > max) wrongs.push(`${at} has ${names.length} names, and AWS takes ${max}`);
    for (const name of names)
      if (typeof value[name] !== 'string') wrongs.push(notThat(`${at}.${name}`, value[name], 'a text'));
  };
}

/**
 * An object of known fields. As Go's decoder does, it takes a field in capitals or small letters, and `null` for absent.
 * @param together what the fields have to say together; the names are as the rows spell them
 */
export function objectOf(
  rows: Readonly<Record<string, FieldRow>>,
  together: (fields: Fields, at: string) => readonly string[] = () => [],
): Shape {
  const names = new Map(Object.keys(rows).map((name) => [name.toLowerCase(), name]));
  return (value, at, words) => {
    if (!isFields(value)) {
      words.wrongs.push(at === '' ? 'this is not a JSON object' : notThat(at, value, 'an object'));
      return;
    }
    const prefix = at === '' ? '' : `${at}.`;
    const found = knownFields(value, names, prefix, words);
    for (const [name, row] of Object.entries(rows)) {
      if (Object.hasOwn(found, name)) row.shape(found[name], `${prefix}${name}`, words);
      else if (row.required) words.wrongs.push(`${prefix}${name} is missing`);
    }
    words.wrongs.push(...together(found, prefix));
  };
}

/** Under the names that the rows have. */
function knownFields(value: Fields, names: ReadonlyMap<string, string>, prefix: string, words: ShapeWords): Fields {
  const found: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const name = names.get(key.toLowerCase());
    if (name === undefined) words.ignored.push(`${prefix}${key}${didYouMean(key, names.values())}`);
    else if (value[key] !== null && value[key] !== undefined) found[name] = value[key];
  }
  return found;
}

/** An annotation whose text is JSON of a form; the property that writes it has the same form. */
export function jsonValue<T>(words: string, shape: Shape, typedWords = words): AnnotationValue<T> {
  const read = (text: string): ShapeWords => {
    const found: ShapeWords = { wrongs: [], ignored: [] };
    const parsed = parseJson(text);
    if (parsed === undefined) found.wrongs.push('this is not JSON');
    else shape(parsed, '', found);
    return found;
  };
  return {
    ...annotationValue<T>({
      words,
      typedWords,
      write: (value) => JSON.stringify(value),
      read: (text) => (read(text).wrongs.length === 0 ? (parseJson(text) as T) : undefined),
      wrongs: (text) => read(text).wrongs,
    }),
    ignored: (text) => read(text).ignored,
  };
}

/** A field in whatever letters, as Go's decoder finds it. */
export function fieldOf(value: unknown, name: string): unknown {
  if (!isFields(value)) return undefined;
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function notThat(at: string, value: unknown, wanted: string): string {
  return `${at === '' ? 'the value' : at} ${JSON.stringify(value)} is not ${wanted}`;
}
