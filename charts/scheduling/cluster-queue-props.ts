import type { QuantityText } from '../../src/grammar/amounts';
import type { ObjectProps } from '../shared/custom-object';
import type { Labels } from '../shared/labels';
import type { Patch } from '../shared/override';
import type { NamedObject } from '../workload/values';

/** How much of one resource a queue has, and what it gives and takes of its cohort. */
export interface QueueQuota {
  /** What the queue may use by itself. */
  readonly nominal: QuantityText;
  /** The most that it borrows from queues of its cohort. `@default` - no bound (Kueue) */
  readonly borrowingLimit?: QuantityText;
  /** The most that others of its cohort borrow from it. `@default` - all that is free (Kueue) */
  readonly lendingLimit?: QuantityText;
}

/** What a queue has of one kind of nodes. */
export interface FlavorQuotas {
  /** A ResourceFlavor, by its name or itself. Without it the queue is inactive, and nothing of it starts. */
  readonly flavor: NamedObject;
  /** Resource, such as `cpu`, `memory` or `nvidia.com/gpu` → how much. All flavors of a group have the same resources. */
  readonly quotas: Readonly<Record<string, QuantityText | QueueQuota>>;
}

/** Resources that are taken together from one flavor: the first of the list that has room. */
export interface QueueResourceGroup {
  /** 1–64 kinds of nodes, the one to be tried first in front. */
  readonly flavors: readonly FlavorQuotas[];
}

/** Who gives way to whom. */
export interface QueuePreemption {
  /** Whether what waits stops others of the queue. `@default` Never (Kueue) */
  readonly withinClusterQueue?: 'Never' | 'LowerPriority' | 'LowerOrNewerEqualPriority';
  /** Whether the queue stops others of its cohort that use what is its own. `@default` Never (Kueue) */
  readonly reclaimWithinCohort?: 'Never' | 'LowerPriority' | 'Any';
  /** Whether it stops others of its cohort to borrow. `@default` - never (Kueue) */
  readonly borrowWithinCohort?: {
    /** Whom it stops. */
    readonly policy: 'Never' | 'LowerPriority';
    /** Highest priority that it stops. `@default` - any that is lower (Kueue) */
    readonly maxPriorityThreshold?: number;
  };
}

/** When the next flavor is looked at. */
export interface QueueFungibility {
  /** Where the flavor could be borrowed. `@default` MayStopSearch (Kueue) */
  readonly whenCanBorrow?: 'MayStopSearch' | 'TryNextFlavor';
  /** Where others would have to be stopped. `@default` TryNextFlavor (Kueue) */
  readonly whenCanPreempt?: 'MayStopSearch' | 'TryNextFlavor';
  /** Which of the two it would rather do, where both are `TryNextFlavor`. `@default` BorrowingOverPreemption (Kueue) */
  readonly preference?: 'BorrowingOverPreemption' | 'PreemptionOverBorrowing';
}

/** Something outside of Kueue that has to agree, such as a controller that makes nodes. */
export interface QueueAdmissionCheck {
  /** Name of the AdmissionCheck. */
  readonly name: string;
  /** Flavors that it is asked about. `@default` - all */
  readonly onFlavors?: readonly NamedObject[];
}

/** How what is queued is stopped: `Hold` lets run what runs, `HoldAndDrain` stops it too. */
export type QueueStopPolicy = 'Hold' | 'HoldAndDrain';

export interface ClusterQueueProps extends ObjectProps {
  /** 1–16 groups of resources that are taken together. A resource, and a flavor, stands in one of them only. */
  readonly groups: readonly QueueResourceGroup[];
  /**
   * Namespaces whose LocalQueues may lead here: their names, labels of theirs, or `'all'`. Kueue itself reads none as nobody,
   * and keeps all suspended.
   */
  readonly namespaces: readonly string[] | { readonly labels: Labels } | 'all';
  /** Queues of one name lend each other what they do not use. `@default` - it stands alone */
  readonly cohort?: string;
  /** `StrictFIFO` holds back all behind the first that has no room. `@default` BestEffortFIFO (Kueue) */
  readonly queueingStrategy?: 'BestEffortFIFO' | 'StrictFIFO';
  /** Who gives way to whom. `@default` - nobody (Kueue) */
  readonly preemption?: QueuePreemption;
  /** When the next flavor is looked at. `@default` - as each of them says */
  readonly flavorFungibility?: QueueFungibility;
  /** 1–64 things outside of Kueue that have to agree. `@default` - none */
  readonly admissionChecks?: readonly QueueAdmissionCheck[];
  /** Weight in its cohort, where Kueue is set to share fairly; the higher, the more. From 0. `@default` 1 (Kueue) */
  readonly fairSharingWeight?: number;
  /** Stops the queue. `@default` - it is not stopped (Kueue) */
  readonly stopPolicy?: QueueStopPolicy;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly clusterQueue?: Patch };
}
