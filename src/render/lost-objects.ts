import { ApiObject } from 'cdk8s';
import { defined } from '../model/defined';
import type { Problem } from '../model/errors';
import type { PlaceOf, Trace } from './trace';

/** What to say of objects that an app has made in a tree that nobody renders. */
export function lostProblems(elsewhere: ReadonlyMap<object, Trace>, at: string, placeOf: PlaceOf): readonly Problem[] {
  return [...elsewhere].flatMap(([made, trace]) => {
    // One whose constructor threw is not an object.
    if (!ApiObject.isApiObject(made)) return [];
    return [
      {
        message: `${made.kind} ${made.name} is made in a construct tree of its own, which is not rendered: it would be left out, and what was there before deleted.`,
        path: `${at} › ${made.node.path}`,
        ...defined({ place: placeOf(trace) }),
        fix: 'give it the `scope` that `charts` is handed, or a construct below that.',
      },
    ];
  });
}
