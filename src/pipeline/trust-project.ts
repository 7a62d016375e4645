import { evaluate } from './evaluate';
import type { Roots, Selection } from './project';
import { type TrustEntry, trustOf } from './trust';

/** Renders, and lists what the IAM team has to set up. */
export async function trustProject(roots: Roots, selection: Selection): Promise<readonly TrustEntry[]> {
  const { rendered } = await evaluate(roots, { selection, typeCheck: false });
  return rendered.flatMap(({ environment, objects }) => trustOf(environment, objects));
}
