/** The text of another annotation of the same object, by its key without prefix. */
export type Siblings = (key: string) => string | undefined;

/** How the text in an annotation is judged. */
export interface JudgedValue {
  /** What the controller accepts: the end of the sentence "the controller wants …". */
  readonly words: string;
  /** What the controller wants in place of a text that it cannot use; undefined for a text that it can use. */
  readonly wants: (text: string, siblings: Siblings) => string | undefined;
  /** What is wrong with a refused text, in brackets, to follow what is wanted; empty where `words` say enough. */
  readonly why: (text: string) => string;
  /** Parts of the text that the controller passes over without a word, each with the name that is meant. */
  readonly ignored?: (text: string) => readonly string[];
  /** Parts that nobody knew when the table was written: AWS refuses them unless it learnt them since. */
  readonly doubts?: (text: string) => readonly string[];
}

/** A value that also has a type: how it is written, and how the controller reads it. */
export interface AnnotationValue<T> extends JudgedValue {
  /** Undefined for an empty list or map: nothing is written. */
  readonly write: (value: T) => string | undefined;
  readonly read: (text: string) => T | undefined;
  /** What the controller wants in place of a value; undefined for a value that the annotation can carry. */
  readonly judge: (value: T, siblings: Siblings) => string | undefined;
}

interface Parts<T> {
  readonly words: string;
  /** What a property accepts, where its type differs from the text of the annotation. `@default` - `words` */
  readonly typedWords?: string;
  readonly write: (value: T) => string | undefined;
  readonly read: (text: string) => T | undefined;
  /** `@default` - `words`, for a text that `read` cannot read */
  readonly wants?: JudgedValue['wants'];
  /** What is wrong with a text, as clauses. `@default` none */
  readonly wrongs?: (text: string) => readonly string[];
}

/** Builds a value that is refused unless reading its text gives the same value again. */
export function annotationValue<T>({
  words,
  typedWords,
  write,
  read,
  wants: given,
  wrongs = () => [],
}: Parts<T>): AnnotationValue<T> {
  const wants = given ?? ((text) => (read(text) === undefined ? words : undefined));
  const judge = (value: T, siblings: Siblings) => {
    const text = write(value);
    if (text === undefined) return undefined;
    const wanted = wants(text, siblings) ?? (isSame(read(text), value) ? undefined : words);
    return wanted === words ? (typedWords ?? words) : wanted;
  };
  const why = (text: string) => {
    const clauses = wrongs(text);
    return clauses.length === 0 ? '' : ` (${clauses.join('; ')})`;
  };
  return { words, write, read, wants, why, judge };
}

/** Compares values; the order of a map's keys does not count. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export function choice<const T extends string>(...choices: readonly T[]): AnnotationValue<T> {
  return annotationValue({
    words: choices.join(' or '),
    write: (value) => value,
    read: (text) => choices.find((known) => known === text),
  });
}

/** A whole number within bounds. */
export function whole(min: number, max: number): AnnotationValue<number> {
  return annotationValue({
    words: `a whole number from ${min} to ${max}`,
    write: String,
    read: (text) => (/^[+-]?\d+$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined),
  });
}

/** Text that matches a pattern. */
export function pattern(form: RegExp, words: string): AnnotationValue<string> {
  return annotationValue({ words, write: (value) => value, read: (text) => (form.test(text) ? text : undefined) });
}

/** Any text: only AWS can judge it. */
export const TEXT: AnnotationValue<string> = annotationValue({
  words: 'a text',
  write: (value) => value,
  read: (text) => text,
});

/** @see https://pkg.go.dev/strconv#ParseBool */
const TRUTHS: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true]),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false]),
]);

export const BOOLEAN: AnnotationValue<boolean> = annotationValue({
  words: 'true or false',
  write: String,
  read: (text) => (Object.hasOwn(TRUTHS, text) ? TRUTHS[text] : undefined),
});

/** Undefined for a text that is not JSON, and for the text `null`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
