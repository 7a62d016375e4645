import { type Problem, ToolError } from '../../model/errors';
import { unknownName } from '../../model/unknown-name';

/** By the names of a type's properties: those of what lies below, where that is a map of ours. */
export type Known<T> = { readonly [Name in keyof Required<T>]: Known<NonNullable<T[Name]>> | null };

/**
 * Refuses options that nobody reads, at any depth: without a type check they would be left out in silence.
 * @throws ToolError ARGUMENTS with all of them
 */
export function requireKnown<T extends object>(called: string, options: T, known: Known<T>): void {
  const problems = unknownOptions(options, known, '');
  if (problems.length > 0)
    throw new ToolError(
      'ARGUMENTS',
      problems.map((problem) => ({ ...problem, path: called })),
    );
}

interface Names {
  readonly [name: string]: Names | null;
}

function unknownOptions(options: object, known: Names, path: string): readonly Problem[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const at = `${path}${name}`;
    const below = Object.hasOwn(known, name) ? known[name] : undefined;
    if (below === undefined) return [unknownName('option', at, name, Object.keys(known))];
    return below === null || typeof value !== 'object' || value === null ? [] : unknownOptions(value, below, `${at}.`);
  });
}
