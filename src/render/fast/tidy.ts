import { Lazy } from 'cdk8s';
import { setOwn } from '../../model/json';
import { isPlain, MAX_DEPTH, MOST_PARTS } from '../../model/unwritable';

/** Maps and lists of the object so far. */
let parts = 0;

/** To be called before each object: its maps and lists are counted. */
export function beginObject(): void {
  parts = 0;
}

/**
 * @param sparse leaves out empty maps and lists too
 * @throws Error without a place; `refuseField` finds it
 */
export function tidy(value: unknown, sparse: boolean, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (depth > MAX_DEPTH) throw new Error('goes on without an end');
  if (Array.isArray(value)) return tidyList(value, sparse, depth + 1);
  const replaced = step(value);
  if (replaced !== value) return tidy(replaced, sparse, depth + 1);
  if (!isPlain(value)) throw new Error('is not plain data');
  return tidyMap(value, sparse, depth + 1);
}

function tidyList(list: readonly unknown[], sparse: boolean, depth: number): unknown[] | undefined {
  if (sparse && list.length === 0) return undefined;
  countPart();
  const result: unknown[] = [];
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (item === null || item === undefined) throw new Error('is nothing inside a list');
    result.push(tidy(item, sparse, depth));
  }
  return result;
}

function countPart(): void {
  parts += 1;
  if (parts > MOST_PARTS) throw new Error('is more than an API server takes');
}

/** @param depth of the values */
export function tidyMap(map: object, sparse: boolean, depth: number): Record<string, unknown> | undefined {
  countPart();
  if (Object.getOwnPropertySymbols(map).length > 0) throw new Error('has a key that is not a text');
  const result: Record<string, unknown> = {};
  const keys = Object.keys(map).sort();
  let isEmpty = true;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const value = tidy((map as Record<string, unknown>)[key], sparse, depth);
    if (value === undefined) continue;
    setOwn(result, key, value);
    isEmpty = false;
  }
  return sparse && isEmpty ? undefined : result;
}

/** The value of a token: of a lazy value, an object with a `resolve` method, or a union of number and string. */
export function step(value: object): unknown {
  const token = value as { resolve?: unknown; value?: unknown };
  if (isPlain(value)) return typeof token.resolve === 'function' ? token.resolve() : value;
  if (value instanceof Lazy) return value.produce();
  if (typeof token.resolve === 'function') return token.resolve();
  return typeof token.value === 'number' || typeof token.value === 'string' ? { value: token.value } : value;
}
