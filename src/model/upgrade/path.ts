/** The minor version as a number: 34 for `1.34`, `v1.34.2-eksbuild.1` and `1.34.0-20260101`. */
export function minorOf(version: string): number {
  const minor = /^v?\d+\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? Number.NaN : Number(minor);
}

/** Every version after `from`, up to `to`: EKS takes one minor version at a time. */
export function stepsBetween(from: string, to: string): readonly string[] {
  const count = Math.max(0, minorOf(to) - minorOf(from));
  return Array.from({ length: count }, (_, index) => `1.${minorOf(from) + index + 1}`);
}

/** The way of one upgrade, and the day on which it is looked at. */
export interface UpgradePath {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly string[];
  /** What the settings say. */
  readonly declared: string;
  /** `2026-11-29` */
  readonly today: string;
  /** What ends before this day ends soon. */
  readonly soon: string;
}
