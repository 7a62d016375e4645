import { own } from '../../model/json';
import { shown, type Wrong } from './issue';

/** The server fills in these before it compares items. */
const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

/** Items that are the same as an earlier one: by their keys, or, in a set, altogether. */
export function duplicateItems(
  list: readonly unknown[],
  keys: readonly string[] | undefined,
): readonly { readonly index: number; readonly wrong: Wrong }[] {
  const seen = new Map<string, number>();
  const found: { index: number; wrong: Wrong }[] = [];
  list.forEach((item, index) => {
    const key = keys === undefined ? textOf(item) : keys.map((name) => `${name}=${textOf(keyOf(item, name))}`).join();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      found.push({
        index,
        wrong: {
          code: 'duplicate',
          found: keys === undefined ? describeSame(item) : describeKeys(item, keys),
          wanted: `other values than item [${first}]`,
        },
      });
  });
  return found;
}

function keyOf(item: unknown, name: string): unknown {
  return own(item, name) ?? DEFAULTS[name];
}

function describeKeys(item: unknown, keys: readonly string[]): string {
  return keys.map((name) => `${name} ${describeSame(keyOf(item, name))}`).join(' and ');
}

function describeSame(value: unknown): string {
  return typeof value === 'string' ? shown(value) : value === undefined ? 'that is left out' : textOf(value);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? '';
}
