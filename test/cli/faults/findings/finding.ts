/** A file, and the names of tests in it as the file spells them. */
export type Tests = readonly [path: string, ...names: string[]];

/** What somebody found to be broken, what is promised since, and the tests that are named after the mistake. */
export interface Finding {
  /** `4.7`: the name of each of its tests begins with it. */
  readonly row: string;
  readonly promise: string;
  readonly test: Tests;
  /** Tests in other files. */
  readonly more?: readonly Tests[];
}
