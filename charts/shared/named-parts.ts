import type { Part, Shape } from './property-part';
import { SHAPES } from './shapes';

/** Rows that were read. */
const ROWS = new Map<string, Part>();

/** The part that a name stands for. */
export function resolved(part: Part): Exclude<Part, string> {
  let found = part;
  while (typeof found === 'string') found = rowOf(found);
  return found;
}

function rowOf(name: string): Part {
  const known = ROWS.get(name);
  if (known !== undefined) return known;
  const rows: Readonly<Record<string, string>> = SHAPES;
  const row: Part = JSON.parse(rows[name] ?? 'null');
  ROWS.set(name, row);
  return row;
}

interface Union {
  readonly members: readonly Exclude<Part, string>[];
  /** Those of the members that are maps of our own keys. */
  readonly shapes: readonly Shape[];
}

/** Unions that were read: most are asked of every container. */
const UNIONS = new WeakMap<readonly Part[], Union>();

/** What a union stands for, with the members of unions in it. */
export function unionOf(parts: readonly Part[]): Union {
  const known = UNIONS.get(parts);
  if (known !== undefined) return known;
  const members = parts.flatMap(membersOf);
  const shapes = members.filter((part): part is Shape => part !== null && 'keys' in part);
  const union = { members, shapes };
  UNIONS.set(parts, union);
  return union;
}

function membersOf(part: Part): Exclude<Part, string>[] {
  const found = resolved(part);
  return found !== null && 'oneOf' in found ? found.oneOf.flatMap(membersOf) : [found];
}

/** Those of the given keys that no one member has together; undefined where a member has all of them. */
export function exclusiveNames(shapes: readonly Shape[], given: readonly string[]): readonly string[] | undefined {
  const lacks = ({ keys }: Shape) => given.filter((key) => !Object.hasOwn(keys, key));
  if (shapes.some((shape) => lacks(shape).length === 0)) return undefined;
  const [other = ''] = shapes.map(lacks).sort((a, b) => a.length - b.length)[0] ?? [];
  const beside = given.filter(
    (key) => key !== other && !shapes.some(({ keys }) => Object.hasOwn(keys, key) && Object.hasOwn(keys, other)),
  );
  // Where each two of them fit together, all of them do not.
  return beside.length === 0 ? given : [...beside, other];
}
