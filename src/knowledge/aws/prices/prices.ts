/** Where a price was read, and when; prices change, and an environment may have its own. */
export interface PriceSource {
  /** `2026-07` */
  readonly date: string;
  readonly address: string;
}

/** Hours that a month counts, as AWS's own calculator has it: a year divided by twelve. @see https://calculator.aws/#/ */
export const HOURS_A_MONTH = 730;
