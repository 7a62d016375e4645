/** Prices of one's own, in USD: with a discount, in a region without a row, or of another month. */
export interface Prices {
  /** When they held, such as `2026-11`; shown beside the costs. */
  readonly date?: string;
  /** What Pods on Fargate cost an hour. */
  readonly fargate?: { readonly vcpuHour: number; readonly gbHour: number };
  /** What an instance on demand costs an hour, by its type. */
  readonly instances?: Readonly<Record<string, number>>;
  /** What a Spot instance costs an hour at most, by its type; without it, nothing to what it costs on demand. */
  readonly spot?: Readonly<Record<string, number>>;
}
