import { banFargatePod } from './rules/eks/ban-fargate-pod';
import { noMissingAccelerator } from './rules/eks/no-missing-accelerator';
import { noMissingNode } from './rules/eks/no-missing-node';

/** Rules that say whether a Pod finds a place at all: `place` reports what they find. */
export const PLACEMENT_RULES: ReadonlySet<string> = new Set(
  [banFargatePod, noMissingNode, noMissingAccelerator].map(({ id }) => id),
);
