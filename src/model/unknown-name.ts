import type { Problem } from './errors';
import { suggest } from './suggest';

/** What is said of a name that nobody reads. @param called what it is, such as `property`; @param at where, with the name */
export function unknownName(
  called: string,
  at: string,
  name: string,
  known: readonly string[],
): Required<Pick<Problem, 'message' | 'fix'>> {
  const meant = suggest(name, known);
  const others = known.length === 0 ? '' : `, or use one of: ${known.join(', ')}`;
  return {
    message: `there is no ${called} ${at}: it would be left out in silence.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    fix: meant === undefined ? `leave it out${others}.` : `write ${meant}, or leave it out.`,
  };
}
