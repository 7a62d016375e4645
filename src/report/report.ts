import type { Stop } from '../model/errors';
import type { Verdict } from '../model/finding';

/** A rule as SARIF lists it. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly see: readonly string[];
}

/** All that a command has to tell another program: what rules found, and what stopped the run. */
export interface Report {
  readonly command: string;
  readonly verdicts: readonly Verdict[];
  readonly stops: readonly Stop[];
  /** What a format says about the rules that found something. */
  readonly rules: readonly RuleDescription[];
  /** What a command has beside that: JSON holds it under these keys. */
  readonly more: Readonly<Record<string, unknown>>;
}
