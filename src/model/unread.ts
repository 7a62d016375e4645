import type { Problem } from './errors';
import type { SourcePlace } from './source-place';

/** A place in a folder of YAML that was not read, and so was not judged. */
export interface Unread extends Pick<Problem, 'message' | 'fix'> {
  readonly place: SourcePlace;
  /** It may be right, and another reader would read it. */
  readonly passedOver?: true;
}
