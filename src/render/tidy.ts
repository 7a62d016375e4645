import { Lazy } from 'cdk8s';
import { sortedKeys } from './sorted-keys';

/** @param sparse leaves out empty maps and lists too */
export function tidy(value: unknown, sparse: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return tidyList(value, sparse);
  const replaced = step(value);
  if (replaced !== value) return tidy(replaced, sparse);
  if (value.constructor !== Object) throw new Error('is no value');
  return tidyMap(value, sparse);
}

function tidyList(list: readonly unknown[], sparse: boolean): unknown[] | undefined {
  if (sparse && list.length === 0) return undefined;
  const result: unknown[] = [];
  for (let index = 0; index < list.length; index++) result.push(tidy(list[index], sparse));
  return result;
}

export function tidyMap(map: object, sparse: boolean): Record<string, unknown> | undefined {
  const result: Record<string, unknown> = {};
  const keys = sortedKeys(map);
  let isEmpty = true;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const value = tidy((map as Record<string, unknown>)[key], sparse);
    if (value === undefined) continue;
    result[key] = value;
    isEmpty = false;
  }
  return sparse && isEmpty ? undefined : result;
}

/** What a token stands for: lazy values, anything with a `resolve` method, unions of number and string. */
export function step(value: object): unknown {
  const token = value as { resolve?: unknown; value?: unknown };
  if (value.constructor === Object) return typeof token.resolve === 'function' ? token.resolve() : value;
  if (value instanceof Lazy) return value.produce();
  if (typeof token.resolve === 'function') return token.resolve();
  return typeof token.value === 'number' || typeof token.value === 'string' ? { value: token.value } : value;
}

export function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && value.constructor === Object;
}
