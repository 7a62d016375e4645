import type { PoolTaint } from '../karpenter/node-pool-parts';
import type { Offer } from './node-offers';

/** Nodes of one kind: what they have under a label's key, and which Pods they keep off. */
export interface NodeSource {
  /** `node group general`, `NodePool gpu`. */
  readonly name: string;
  readonly offer: (key: string) => Offer;
  readonly taints: readonly Pick<PoolTaint, 'key' | 'value' | 'effect'>[];
  /** Made for Pods by a pool that nobody has declared. */
  readonly isGuess?: true;
}
