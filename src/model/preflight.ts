/** What a check of the live cluster found: that it fits, that it does not, that nobody describes it, or that facts are missing. */
export type PreflightState = 'ok' | 'problem' | 'warning' | 'unknown';

export interface PreflightRow {
  /** Which check says it. */
  readonly check: string;
  readonly state: PreflightState;
  /** `node group general`, `namespace shop`; what the sentence is about. */
  readonly subject: string;
  /** What was found with its values, and what happens. */
  readonly message: string;
  /** The repair, in the imperative; absent where all is well. */
  readonly fix?: string;
}

/** The days that checks compare with, as `2026-11-29`: rendering and checking read no clock. */
export interface Calendar {
  readonly today: string;
  /** What ends before this day ends soon. */
  readonly soon: string;
}
