/** What the letters of `Shape.kinds` stand for, as a message says it. */
const WORDS: Readonly<Record<string, string>> = {
  s: 'text',
  n: 'a number',
  b: 'true or false',
  z: 'null',
  l: 'a list',
  o: 'an object',
};

/** A value that is not what its property takes, by its path. */
export interface WrongKind {
  readonly at: string;
  readonly found: string;
  readonly wanted: string;
}

/** Those of a value and its items that are not of the kinds that are taken, such as `l:s`. */
export function wrongKinds(kinds: string, value: unknown, at: () => string): readonly WrongKind[] {
  const [own = '', items] = kinds.split(':', 2);
  if (!isOf(own, value)) return [{ at: at(), found: describe(value), wanted: kindWords(own) }];
  if (items === undefined || typeof value !== 'object' || value === null || isOfAClass(value)) return [];
  const isList = Array.isArray(value);
  const found: WrongKind[] = [];
  const map = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(map)) {
    const item = map[key];
    if (item === undefined || isOf(items, item)) continue;
    found.push({ at: isList ? `${at()}[${key}]` : `${at()}.${key}`, found: describe(item), wanted: kindWords(items) });
  }
  return found;
}

/** Whatever cdk8s makes later, such as a Lazy, is of a class, and may become anything. */
function isOf(kinds: string, value: unknown): boolean {
  const kind = kindOf(value);
  return kind === undefined || kinds.includes(kind);
}

function kindOf(value: unknown): string | undefined {
  if (value === null) return 'z';
  if (typeof value !== 'object') return typeof value === 'undefined' ? '-' : (SCALARS[typeof value] ?? '-');
  if (Array.isArray(value)) return 'l';
  return isOfAClass(value) ? undefined : 'o';
}

const SCALARS: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b' };

function isOfAClass(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && !Array.isArray(value) && Object.getPrototypeOf(prototype) !== null;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 60))}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

/** `text or a number`. */
export function kindWords(kinds: string): string {
  const words = Object.entries(WORDS).flatMap(([letter, word]) => (kinds.includes(letter) ? [word] : []));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
