import { own } from '../../model/json';
import { shown, type Wrong } from './issue';

/** The server fills in these before it compares items. */
const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

/** Items that are the same as an earlier one: by their keys, or, in a set, altogether. */
export function duplicateItems(
  list: readonly unknown[],
  keys: readonly string[] | undefined,
): readonly { readonly index: number; readonly wrong: Wrong }[] {
  if (areDistinct(list, keys)) return [];
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

/** Longer lists cost more by comparing each pair. */
const MOST_COMPARED = 12;

/** Whether no two items can be the same, told without writing each as text: nearly every list is like that. */
function areDistinct(list: readonly unknown[], keys: readonly string[] | undefined): boolean {
  if (list.length > MOST_COMPARED) return false;
  for (let index = 1; index < list.length; index++)
    for (let before = 0; before < index; before++) if (!differ(list[index], list[before], keys)) return false;
  return true;
}

function differ(a: unknown, b: unknown, keys: readonly string[] | undefined): boolean {
  if (keys === undefined) return isOtherText(a, b);
  for (let index = 0; index < keys.length; index++) {
    const name = keys[index] as string;
    if (isOtherText(keyOf(a, name), keyOf(b, name))) return true;
  }
  return false;
}

/** Two texts, or two whole numbers, that differ; of anything else this says nothing. */
function isOtherText(a: unknown, b: unknown): boolean {
  return a !== b && ((typeof a === 'string' && typeof b === 'string') || (Number.isInteger(a) && Number.isInteger(b)));
}

function keyOf(item: unknown, name: string): unknown {
  return own(item, name) ?? DEFAULTS[name];
}

function describeKeys(item: unknown, keys: readonly string[]): string {
  return keys.map((name) => `${name} ${describeSame(keyOf(item, name))}`).join(' and ');
}

function describeSame(value: unknown): string {
  if (typeof value === 'string') return shown(value);
  return value === undefined ? 'that is left out' : textOf(value);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? '';
}
