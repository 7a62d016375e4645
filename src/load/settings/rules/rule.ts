import type { Path } from '../plain-data';

/** What a rule over several fields has to say, and at which field. */
export interface SettingProblem {
  readonly path: Path;
  readonly message: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  /** Where the key is wrong rather than its value. */
  readonly about?: 'key';
}

/** The same, of several environments; at the field of one of them. */
export interface TogetherProblem extends SettingProblem {
  readonly environment: string;
}

export type Say = (path: Path, message: string, fix: string, about?: 'key') => void;

/** Calls back for every item whose key an earlier item has. */
export function repeats<T>(items: readonly T[], keyOf: (item: T) => string, found: (item: T, index: number) => void) {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) found(item, index);
    seen.add(key);
  });
}
