import { banFargatePod } from './rules/eks/ban-fargate-pod';
import { noMissingAccelerator } from './rules/eks/no-missing-accelerator';
import { noMissingNode } from './rules/eks/no-missing-node';
import { noUnplaceablePod } from './rules/eks/no-unplaceable-pod';

/** Rules that say whether a Pod finds a place at all: `place` reports what they find. */
export const PLACEMENT_RULES: ReadonlySet<string> = new Set(
  [banFargatePod, noMissingNode, noMissingAccelerator, noUnplaceablePod].map(({ id }) => id),
);
