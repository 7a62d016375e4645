import type { Problem } from '../../model/errors';

/** A reason, in words for the person who asked, why a registry cannot be asked or did not answer. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
