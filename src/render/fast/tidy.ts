import { Lazy } from 'cdk8s';
import { setOwn } from '../../model/json';

/** Deepest nesting. No real object comes near it; a value that contains itself reaches it. */
export const MAX_DEPTH = 100;

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
  const result: unknown[] = [];
  for (let index = 0; index < list.length; index++) result.push(tidy(list[index], sparse, depth));
  return result;
}

/** @param depth of the values */
export function tidyMap(map: object, sparse: boolean, depth: number): Record<string, unknown> | undefined {
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

/** Whether a value is a plain map, also of another JavaScript realm. Its keys, such as `constructor`, do not count. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
