import type { Rule } from './engine/rule';
import { banRolloutBypass } from './rules/k8s/ban-rollout-bypass';
import { noMissingRolloutTarget } from './rules/k8s/no-missing-rollout-target';
import { validAnalysis } from './rules/k8s/valid-analysis';
import { validRollout } from './rules/k8s/valid-rollout';
import { validRolloutRoute } from './rules/k8s/valid-rollout-route';
import { validRolloutTraffic } from './rules/k8s/valid-rollout-traffic';

/** Rules of Argo Rollouts, in the order in which they are asked. */
export const ROLLOUT_RULES: readonly Rule[] = [
  noMissingRolloutTarget,
  validRollout,
  validRolloutRoute,
  validRolloutTraffic,
  banRolloutBypass,
  validAnalysis,
];
