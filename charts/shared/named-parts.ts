import type { Part, Shape } from './property-part';
import { SHAPES } from './shapes';

/** The part that a name stands for. */
export function resolved(part: Part): Exclude<Part, string> {
  const rows: Readonly<Record<string, Part>> = SHAPES;
  let found = part;
  while (typeof found === 'string') found = rows[found] ?? null;
  return found;
}

/** The parts that a union in a union stands for. */
export function membersOf(part: Part): Exclude<Part, string>[] {
  const found = resolved(part);
  return found !== null && 'oneOf' in found ? found.oneOf.flatMap(membersOf) : [found];
}

/** The keys of several shapes; what lies below one that more than one has is one of theirs. */
export function keysOfAny(shapes: readonly Shape[]): Shape['keys'] {
  const [only] = shapes;
  if (shapes.length === 1 && only !== undefined) return only.keys;
  const parts = new Map<string, Part[]>();
  for (const [key, part] of shapes.flatMap(({ keys }) => Object.entries(keys)))
    parts.set(key, [...(parts.get(key) ?? []), part]);
  return Object.fromEntries(Array.from(parts, ([key, oneOf]) => [key, { oneOf }]));
}
