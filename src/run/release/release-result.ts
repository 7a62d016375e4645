import type { Change } from '../../model/change';
import type { Verdict } from '../../model/finding';
import type { ReleaseChange } from '../../model/release-edits';

/** What came of an edit of `release.yaml`. */
export interface ReleaseResult {
  readonly environment: string;
  /** Relative to the project. */
  readonly file: string;
  /** What of the file changes, entry by entry. */
  readonly released: readonly ReleaseChange[];
  /** What a person has to know although nothing is wrong. */
  readonly notes: readonly string[];
  /** Whether the output holds anything to compare with; `changes` is empty where it does not. */
  readonly compared: boolean;
  /** What the output would become. */
  readonly changes: readonly Change[];
  readonly verdicts: readonly Verdict[];
  readonly written: boolean;
  /** Whether an error finding kept it from being written. */
  readonly failed: boolean;
}
