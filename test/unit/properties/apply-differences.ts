import { isJsonObject, type JsonValue } from '../../../src/model/json';
import type { FieldDifference } from '../../../src/model/object-diff';

type Box = { root?: unknown };
type Step = string | number;

/** What a reader of the differences would do by hand: change each field of a copy. */
export function applied(before: JsonValue, differences: readonly FieldDifference[]): JsonValue | undefined {
  const box: Box = { root: structuredClone(before) };
  // From the last one, so that the tail of a list goes before what stands in front of it.
  for (const difference of [...differences].reverse()) change(box, difference);
  return box.root as JsonValue | undefined;
}

function change(box: Box, { field, after }: FieldDifference): void {
  if (field.endsWith(' (order)')) return;
  const steps: Step[] = ['root', ...stepsOf(field)];
  const last = steps.pop() as Step;
  let here: unknown = box;
  for (const step of steps) here = (here as Record<Step, unknown>)[place(here, step)];
  const at = place(here, last);
  if (after !== undefined)
    Object.defineProperty(here, at, { value: after, enumerable: true, configurable: true, writable: true });
  else if (Array.isArray(here)) here.splice(Number(at), 1);
  else delete (here as Record<Step, unknown>)[at];
}

/** In a list of named items a step is a name; one that is not there yet comes after the last. */
function place(here: unknown, step: Step): Step {
  if (!Array.isArray(here) || typeof step === 'number') return step;
  const index = here.findIndex((item) => isJsonObject(item) && item['name'] === step);
  return index < 0 ? here.length : index;
}

/** `a.b[0]["x y"]` → `a`, `b`, 0, `x y`. */
function stepsOf(field: string): Step[] {
  const steps: Step[] = [];
  for (const [, plain, index, quoted] of field.matchAll(/\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (plain !== undefined) steps.push(plain);
    else if (index !== undefined) steps.push(Number(index));
    else steps.push(JSON.parse(quoted as string));
  }
  return steps;
}

/** Named items as a set: where an inserted one stands among them is not told. */
export function sortedByName(value: JsonValue | undefined): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sortedByName);
    const names = value.map((item) => (isJsonObject(item) && Object.hasOwn(item, 'name') ? item['name'] : undefined));
    const named = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
    return named ? new Map(items.map((item, index) => [names[index], item])) : items;
  }
  if (!isJsonObject(value)) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, sortedByName(inner)]));
}
