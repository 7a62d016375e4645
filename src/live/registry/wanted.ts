/** A tag whose digest somebody wants to know. */
export interface Wanted {
  /** With its registry. */
  readonly repository: string;
  readonly tag: string;
}
