import type { NodeMaker } from '../../knowledge/karpenter/kinds';
import type { ManagedNodeGroup, NodeGroup } from '../environment';
import type { PoolTaint } from '../karpenter/node-pool-parts';
import type { Offer } from './node-offers';

/** Nodes of one kind: what they have under a label's key, and which Pods they keep off. */
export interface NodeSource {
  /** `node group general`, `NodePool gpu`. */
  readonly name: string;
  readonly offer: (key: string) => Offer;
  readonly taints: readonly Pick<PoolTaint, 'key' | 'value' | 'effect'>[];
  /** Who starts the nodes. */
  readonly made: MadeBy;
  /** Made for Pods by a pool that nobody has declared. */
  readonly isGuess?: true;
}

/** A node group of the settings, or what makes nodes for Pods that find none. */
export type MadeBy = MadeByGroup | MadeByPool;

export interface MadeByGroup {
  readonly by: 'managed' | 'selfManaged';
  readonly group: NodeGroup | ManagedNodeGroup;
}

export interface MadeByPool {
  readonly by: NodeMaker;
  /** Of several pools that fit, the heaviest makes the node. */
  readonly weight: number;
  /** Whether only its name is known. */
  readonly isOpen?: true;
  /** How many nodes it always has: it makes none for Pods. */
  readonly isStatic?: true;
}
