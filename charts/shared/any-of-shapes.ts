import type { Part, Shape, Words } from './property-part';

/** The keys of several shapes; what lies below one that more than one has is one of theirs. */
export function keysOfAny(shapes: readonly Shape[]): Shape['keys'] {
  const [only] = shapes;
  if (shapes.length === 1 && only !== undefined) return only.keys;
  const parts = new Map<string, Part[]>();
  for (const [key, part] of shapes.flatMap(({ keys }) => Object.entries(keys)))
    parts.set(key, [...(parts.get(key) ?? []), part]);
  return Object.fromEntries(Array.from(parts, ([key, oneOf]) => [key, { oneOf }]));
}

/** What each key may be in any of several shapes; one that may be anything in one of them has no row. */
export function kindsOfAny(shapes: readonly Shape[]): NonNullable<Shape['kinds']> {
  const [only] = shapes;
  if (shapes.length === 1 && only !== undefined) return only.kinds ?? {};
  return inEach(shapes, ({ kinds }, key) => kinds?.[key], anyKind);
}

function anyKind(kinds: readonly string[]): string {
  const [first = ''] = kinds;
  if (kinds.every((kind) => kind === first)) return first;
  return [...new Set(kinds.flatMap((kind) => [...kind.replace(/:.*/, '')]))].sort().join('');
}

/** The words that each key takes in any of several shapes; one that takes any text in one of them has no row. */
export function wordsOfAny(shapes: readonly Shape[]): NonNullable<Shape['words']> {
  const [only] = shapes;
  if (shapes.length === 1 && only !== undefined) return only.words ?? {};
  return inEach(shapes, wordsOf, anyWords);
}

/** A key that takes no text at all takes none that would be a wrong word. */
function wordsOf({ kinds, words }: Shape, key: string): Words | undefined {
  const kind = kinds?.[key];
  return words?.[key] ?? (kind === undefined || kind.includes('s') ? undefined : {});
}

function anyWords(all: readonly Words[]): Words | undefined {
  const own = [...new Set(all.flatMap((words) => words.own ?? []))];
  const [first] = all;
  const items = all.every((words) => String(words.items) === String(first?.items)) ? first?.items : undefined;
  if (own.length === 0 && items === undefined) return undefined;
  return { ...(own.length === 0 ? {} : { own }), ...(items === undefined ? {} : { items }) };
}

/** What is known of each key in all of the shapes that have it. */
function inEach<T>(
  shapes: readonly Shape[],
  read: (shape: Shape, key: string) => T | undefined,
  join: (all: readonly T[]) => T | undefined,
): Record<string, T> {
  const found: Record<string, T> = {};
  for (const key of new Set(shapes.flatMap(({ keys }) => Object.keys(keys)))) {
    const all = shapes.flatMap((one) => (Object.hasOwn(one.keys, key) ? [read(one, key)] : []));
    const known = all.flatMap((one) => (one === undefined ? [] : [one]));
    const joined = known.length < all.length ? undefined : join(known);
    if (joined !== undefined) found[key] = joined;
  }
  return found;
}
