/** Items of one cause: the first one stands for all, and the others are named by where they are. */
export interface Folded<T> {
  readonly first: T;
  readonly others: readonly T[];
}

/** Puts together what has one cause, in the order in which the causes come first. */
export function foldBy<T>(items: readonly T[], causeOf: (item: T) => string): readonly Folded<T>[] {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const cause = causeOf(item);
    const same = found.get(cause);
    if (same === undefined) found.set(cause, [item]);
    else same.push(item);
  }
  return [...found.values()].map(([first, ...others]) => ({ first, others }));
}

/** A message without the names of what it is about: one mistake in many objects then reads the same. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const any = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<![\\w-])(?:${any})(?![\\w-])`, 'g'), '\u0000');
}

/** So many places of one cause are written out. */
const MOST = 8;

/** `  also at …` for each of the others, and how many are left out. */
export function alsoLines(places: readonly string[]): readonly string[] {
  const lines = places.slice(0, MOST).map((place) => `  also at ${place}`);
  const left = places.length - MOST;
  return left > 0 ? [...lines, `  … and at ${left} more; --format json lists them all`] : lines;
}

/** Fewer than that are seen at a glance. */
const FEW = 5;

/** `34 errors: 28 k8s/no-missing-config, 6 TYPES`; nothing where there are few. @param kinds of what is told, one for each */
export function countsLine(kinds: readonly string[], what: string): string | undefined {
  if (kinds.length <= FEW) return undefined;
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${kind}`);
  return `${kinds.length} ${what}: ${parts.join(', ')}`;
}
