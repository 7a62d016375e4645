import { didYouMean } from '../../src/model/suggest';
import type { Problems } from './problems';

/** Of each object of `overrides`: whether it is made, or why not, as a clause with its subject. */
export type Made = Readonly<Record<string, true | string>>;

/**
 * Refuses changes to objects that the properties leave out: they would change nothing. What an environment leaves out is
 * not told of, since the same properties make it in another.
 */
export function onlyMade(overrides: object | undefined, made: Made, problems: Problems, of = 'overrides'): void {
  const patches: Readonly<Record<string, unknown>> = { ...overrides };
  for (const [name, reason] of Object.entries(made)) {
    if (patches[name] === undefined || reason === true) continue;
    problems.add(
      `${of}.${name} changes nothing: ${reason}, so there is no such object.`,
      `leave ${of}.${name} out, or have the object made.`,
    );
  }
}

/** The same for objects that are many, by their names. */
export function onlyNamed(patches: object | undefined, names: readonly string[], problems: Problems, of: string): void {
  for (const [name, patch] of Object.entries(patches ?? {})) {
    if (patch === undefined || names.includes(name)) continue;
    problems.add(
      `${of} names "${name}", which is not made: the change would be lost.${didYouMean(name, names)}`,
      names.length === 0 ? 'leave it out.' : `use one of: ${names.join(', ')}.`,
    );
  }
}
