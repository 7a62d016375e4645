import { KEPT_BY_AWS_PAIRS } from './kept-by-aws';
import { LOAD_BALANCER_PAIRS, NETWORK_PAIRS } from './network';
import type { RiskPair } from './pair';
import { ACCESS_PAIRS, DELIVERY_PAIRS, NODE_PAIRS, STORAGE_PAIRS } from './platform';
import { REFUSED_PAIRS, TAKEN_PAIRS } from './refused';
import { BATCH_PAIRS, POD_PAIRS, SCALING_PAIRS, WORKLOAD_PAIRS } from './workloads';

export const RISK_PAIRS: readonly RiskPair[] = [
  ...REFUSED_PAIRS,
  ...TAKEN_PAIRS,
  ...WORKLOAD_PAIRS,
  ...POD_PAIRS,
  ...BATCH_PAIRS,
  ...SCALING_PAIRS,
  ...NETWORK_PAIRS,
  ...LOAD_BALANCER_PAIRS,
  ...ACCESS_PAIRS,
  ...STORAGE_PAIRS,
  ...NODE_PAIRS,
  ...KEPT_BY_AWS_PAIRS,
  ...DELIVERY_PAIRS,
];
