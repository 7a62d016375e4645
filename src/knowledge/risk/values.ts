import { parseQuantity } from '../../grammar/quantity';
import type { FieldValues } from './row';

type When = (change: FieldValues) => boolean;

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function get(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((here, key) => (isMap(here) && Object.hasOwn(here, key) ? here[key] : undefined), value);
}

export function items(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = get(value, ...keys);
  return Array.isArray(found) ? found : [];
}

export function texts(value: unknown, ...keys: readonly string[]): readonly string[] {
  return items(value, ...keys).filter((one) => typeof one === 'string');
}

/** What a quantity or number means; undefined for others. */
export function amount(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}

/** Whether it is the value now, and was not. */
export function becomes(...values: readonly unknown[]): When {
  return ({ before, after }) => values.includes(after) && !values.includes(before);
}

/** Whether it was the value, and is not any more. */
export function leaves(...values: readonly unknown[]): When {
  return ({ before, after }) => values.includes(before) && !values.includes(after);
}

export const isAdded: When = ({ before, after }) => before === undefined && after !== undefined;
export const isRemoved: When = ({ before, after }) => before !== undefined && after === undefined;
export const isOther: When = ({ before, after }) => before !== undefined && after !== undefined;

export function grows({ before, after }: FieldValues): boolean {
  const [was, is] = [amount(before), amount(after)];
  return was !== undefined && is !== undefined && is > was;
}

export function shrinks({ before, after }: FieldValues): boolean {
  const [was, is] = [amount(before), amount(after)];
  return was !== undefined && is !== undefined && is < was;
}

/** Whether less than half is left. */
export function halves({ before, after }: FieldValues): boolean {
  const [was, is] = [amount(before), amount(after)];
  return was !== undefined && is !== undefined && is < was / 2;
}

/** Whether a list, or a value in it, says something that was not said. */
export function adds({ before, after }: FieldValues): boolean {
  const known = new Set(listed(before).map((one) => JSON.stringify(one)));
  return listed(after).some((one) => !known.has(JSON.stringify(one)));
}

export function drops({ before, after, ...whole }: FieldValues): boolean {
  return adds({ ...whole, before: after, after: before });
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The words of a text with commas between. */
export function words(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(/[\s,]+/).filter((one) => one !== '') : [];
}

export const both =
  (...all: readonly When[]): When =>
  (change) =>
    all.every((one) => one(change));

export const not =
  (one: When): When =>
  (change) =>
    !one(change);
