import type { QuantityText } from '../../src/grammar/amounts';
import type { NodeRequirements } from '../../src/knowledge/karpenter/requirements';
import type { Patch } from '../shared/override';
import type { NodeClassInput } from './node-class-input';

/** Hours, minutes and seconds as Go writes them, without days: 720h, 1h30m. */
export type NodeDuration =
  | `${number}h`
  | `${number}m`
  | `${number}s`
  | `${number}h${number}m`
  | `${number}m${number}s`
  | `${number}h${number}m${number}s`;

/** Keeps Pods off a node that do not tolerate it. */
export interface NodeTaint {
  /** Such as nvidia.com/gpu. */
  readonly key: string;
  /** What tolerations compare, unless they tolerate the key. `@default` - none */
  readonly value?: string;
  /** `NoExecute` also evicts Pods that run already; `PreferNoSchedule` is a wish. */
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** How many nodes of a pool may be taken away at a time, by consolidation or because they have drifted. */
export interface DisruptionBudget {
  /** A number, or a share of the pool, rounded up: 2, `10%`. 0 allows none. */
  readonly nodes: number | `${number}%`;
  /** Of which reasons it is about. `@default` - all of them */
  readonly reasons?: readonly ('Underutilized' | 'Empty' | 'Drifted')[];
  /** When it begins to hold: five fields of cron in UTC, or @daily and its like. With `duration`. `@default` - always */
  readonly schedule?: string;
  /** For how long it then holds, in hours and minutes. With `schedule`. */
  readonly duration?: `${number}h` | `${number}m` | `${number}h${number}m`;
}

/** When nodes are taken away to save money. */
export interface NodePoolDisruption {
  /**
   * `WhenEmpty` leaves nodes alone that run Pods; `Balanced` weighs what is saved against what is disturbed (Karpenter 1.14).
   * @default WhenEmptyOrUnderutilized (Karpenter); Balanced on EKS Auto Mode from Kubernetes 1.37
   */
  readonly consolidationPolicy?: 'WhenEmpty' | 'WhenEmptyOrUnderutilized' | 'Balanced';
  /** How long no Pod came or went before that. `@default` 0s */
  readonly consolidateAfter?: NodeDuration | 'Never';
  /** The strictest that holds counts. They do not hold back expiry, interruption or repair. `@default` - 10% (Karpenter) */
  readonly budgets?: readonly DisruptionBudget[];
}

export interface NodePoolProps {
  /** Name of the NodePool. `@default` the construct's id */
  readonly name?: string;
  /**
   * The class whose nodes it makes: a construct, or the name of one that exists. Its kind says who makes them.
   * @default - the class `default` of EKS Auto Mode; Karpenter has none
   */
  readonly nodeClass?: NodeClassInput;
  /** What the nodes have to be. `@default` - anything that the Pods ask for */
  readonly requirements?: NodeRequirements;
  /** Labels of the nodes. A change replaces all nodes of the pool. `@default` - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the nodes. A change replaces all nodes of the pool. `@default` - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Only Pods that tolerate them get a node. A change replaces all nodes of the pool. `@default` - none */
  readonly taints?: readonly NodeTaint[];
  /** Taints that an agent removes when the node is ready for Pods, such as ebs.csi.aws.com/agent-not-ready. `@default` - none */
  readonly startupTaints?: readonly NodeTaint[];
  /**
   * Age at which a node is replaced. On EKS Auto Mode 21 days at most. A change replaces all nodes of the pool.
   * @default - 720h (Karpenter), 336h (EKS Auto Mode)
   */
  readonly expireAfter?: NodeDuration | 'Never';
  /**
   * How long a node may drain at most; after that its Pods are killed, whatever budgets and `do-not-disrupt` say.
   * @default - for ever (Karpenter), 24h (EKS Auto Mode)
   */
  readonly terminationGracePeriod?: NodeDuration;
  /** When nodes are taken away to save money. `@default` - as soon as they are not needed, a tenth of them at a time */
  readonly disruption?: NodePoolDisruption;
  /**
   * Most that all nodes of the pool may have together: cpu, memory, nodes, or any resource. What is started at the same
   * moment may exceed it. With `replicas` only `nodes`.
   * @default - no limit
   */
  readonly limits?: Readonly<Record<string, number | QuantityText>>;
  /** The pool with the most is tried first, 1–100; prices of pools are not compared. `@default` - 0 */
  readonly weight?: number;
  /**
   * Keeps as many nodes whether Pods need them or not. Cannot be added or taken away later. Karpenter wants its feature gate
   * StaticCapacity. `@default` - as many as Pods need
   */
  readonly replicas?: number;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly nodePool?: Patch };
}
