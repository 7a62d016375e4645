import type { FieldPath } from './json';

/** What is wrong with one field of an object, as a rule and a construct both say it. */
export interface FieldVerdict {
  readonly path: FieldPath;
  readonly found?: string;
  readonly wanted?: string;
  /** A clause with its own subject and its full stop. */
  readonly what: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  /** Absent for an error. */
  readonly severity?: 'warning';
}
