import type { FieldPath } from '../json';

/** What a Pod Security Standard says of one field of a Pod template. */
export interface PodSecurityProblem {
  /** Path of the field, from the object that has the template. */
  readonly path: FieldPath;
  readonly found?: string;
  readonly wanted?: string;
  /** A clause with its own subject, without a full stop. */
  readonly what: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/** Takes what is wrong. */
export type TellOfPod = (problem: PodSecurityProblem) => void;
